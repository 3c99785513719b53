"""What a person sees of a reading: text for a terminal and a page of HTML. Nothing here reads or writes anything."""
