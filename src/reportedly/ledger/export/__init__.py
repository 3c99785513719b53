"""Hands on what a ledger holds, in formats that other programs read; `formats` lists them."""
