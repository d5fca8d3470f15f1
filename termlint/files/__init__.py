"""From what a user names to bytes, and back to files: nothing here knows what a document is."""
