"""reportedly review: what a person says of what the machine found."""

from reportedly.cli.review.app import app

__all__ = ["app"]
