"""Processes that read, and are watched over."""
