"""Forms of discretion, one pathway a file."""
