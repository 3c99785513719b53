"""HTML becomes the text of the article and its blocks, with what the structure says of each."""
