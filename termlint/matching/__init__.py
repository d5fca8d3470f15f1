"""From text to matches: what can stand in it at all, the phrases, and what is coordinated with them."""
