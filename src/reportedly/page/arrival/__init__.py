"""What is handed in becomes text: fetched, unpacked and decoded within limits, or read record by record."""
