"""What is true of Dutch: its words, their forms, its hyphens and quotation marks. No spaCy here."""
