"""The example documents of the README and the tests, as code."""
