"""What a reading found, in the order and the groups in which a person looks at it, however it is then set."""
