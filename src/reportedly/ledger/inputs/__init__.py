"""What is handed in, made into items: files, folders, archives, feeds and lists."""
