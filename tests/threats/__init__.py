"""What others may have written and handed to us, and what becomes of it. See docs/threat-model.md."""
