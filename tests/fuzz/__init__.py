"""Damaged documents by the thousand, through the real way: `mutate` (by hand) and `test_mutations` (CI)."""
