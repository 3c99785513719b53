"""reportedly reads the news and tells who says so."""
