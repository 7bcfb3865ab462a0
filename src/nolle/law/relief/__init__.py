"""Relief that discretion makes room for, one pathway a file."""
