"""Counts over a result: the figures that reports show."""
