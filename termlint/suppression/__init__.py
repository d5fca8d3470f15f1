"""What an author or an organisation accepts: said in a document or in the settings, with a reason."""
