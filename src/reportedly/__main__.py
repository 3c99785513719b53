"""Lets `python -m reportedly` do what the `reportedly` command does."""

from reportedly.cli import main

if __name__ == "__main__":
    main()
