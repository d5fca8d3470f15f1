"""What people and programs use: a linter, its options, and what it gives. Every face stands on this."""
