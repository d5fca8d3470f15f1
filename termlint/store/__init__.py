"""What outlives a run: results, the history of an archive, and what is known of documents."""
