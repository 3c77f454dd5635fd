"""`python -m interview_kit` is the command line."""

import sys

from interview_kit.cli import main

if __name__ == "__main__":
    sys.exit(main())
