"""Text becomes blocks, each block gets its zone by its words and its place, and zones are parted into stories."""
