"""From bytes to a page: decoded text, its zones and stories, and what the page says of itself."""
