"""`python -m errorbook`."""

from errorbook.cli import main

main()
