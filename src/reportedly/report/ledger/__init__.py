"""What a person sees of a ledger in a terminal."""
