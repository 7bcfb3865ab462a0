"""Asking the law: an opinion on one case, the next best question, what would change it."""
