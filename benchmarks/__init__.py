"""Accuracy and speed, measured on public corpora in ../shared/data and on the golden articles."""
