"""The tables of a ledger: what they are, how a database of them is opened and brought up to date."""
