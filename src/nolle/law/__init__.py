"""What the law says: authorities and their dates, pathways, priorities, procedure and tables."""
