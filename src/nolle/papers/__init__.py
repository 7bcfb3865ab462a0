"""Letters, motions, orders and advisals: drafted from the case and the opinion, never sent, DRAFT until approved."""
