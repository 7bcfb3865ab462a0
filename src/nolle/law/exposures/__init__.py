"""The three exposures, one a file."""
