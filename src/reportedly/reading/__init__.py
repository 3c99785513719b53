"""From a page to its reading: who says what. Sees no file, clock or network: the same page, the same reading.

`pipeline.read_page` is the way in; it brings the models' libraries along, which other parts here do without.
"""
