"""Import time beside that of attrs: medians of interleaved rounds in fresh processes.

Run `python tests/benchmarks/import_time.py`; it prints a Markdown table. The aim is
`import interview_kit` within 1.3 times `import attrs` plus 15 ms.
"""

import os
import subprocess
import sys
from statistics import median
from time import perf_counter

ROUNDS = 25
CASES = {
    "bare interpreter": "pass",
    "import attrs": "import attrs",
    "import cattrs": "import cattrs",
    "import pydantic": "from pydantic import BaseModel",
    "import interview_kit": "import interview_kit",
    "... and every name of its face": "from interview_kit import *",
    "... and load() the core pack": "import interview_kit; interview_kit.load()",
}


def main() -> None:
    """Print the table."""
    # With bytecode off, every import would compile anew.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(ROUNDS):
        for name, code in CASES.items():
            start = perf_counter()
            done = subprocess.run(
                [sys.executable, "-c", code], env=environment, check=False, capture_output=True
            )
            if done.returncode == 0:
                times[name].append(perf_counter() - start)
    bare = median(times["bare interpreter"])
    net = {name: (median(each) - bare) * 1000 for name, each in times.items() if each}
    aim = 1.3 * net["import attrs"] + 15
    print("| in a fresh process | ms above the bare interpreter | x import attrs |")
    print("|---|---|---|")
    for name, value in net.items():
        print(f"| {name} | {value:.1f} | {value / net['import attrs']:.2f} |")
    print(
        f"\nAim for `import interview_kit`: {aim:.1f} ms; reached: {net['import interview_kit']:.1f} ms"
    )


if __name__ == "__main__":
    main()
