"""Puts readings into the tables and takes them out again: what is kept, and the index that is made from it."""
