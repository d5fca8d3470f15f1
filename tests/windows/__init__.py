"""What is particular to Windows, as far as it can be tried elsewhere; docs/windows.md says how far."""
