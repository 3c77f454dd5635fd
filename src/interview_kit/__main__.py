"""The program `interview-kit`, which is also `python -m interview_kit`."""

import sys
from importlib import import_module

__all__ = ["main"]

#: Stopped by Ctrl-C, as shells have it.
STOPPED = 130


def main() -> int:
    """Run the command line of this process.

    Returns:
        The exit code.
    """
    try:
        # Most of the time until the first word is shown goes into this import, so that Ctrl-C
        # often comes in it.
        code: int = import_module("interview_kit.cli").main()
    except KeyboardInterrupt:
        return STOPPED
    return code


if __name__ == "__main__":
    sys.exit(main())
