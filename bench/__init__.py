"""The numbers nolle holds itself to, each beside its peer in one run: ``make bench``."""
