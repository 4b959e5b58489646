"""The requests of a case: read them, run them, print them in several languages."""
