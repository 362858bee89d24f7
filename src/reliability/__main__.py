"""``python -m reliability``: the command line."""

from reliability.cli import main

main()
