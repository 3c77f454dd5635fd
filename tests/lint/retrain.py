"""Train the detectors anew after a change of the examples: `python tests/lint/retrain.py`."""

import json
from pathlib import Path

from interview_kit.lint import LANGUAGES, examples, train

DATA = Path(__file__).parents[2] / "src" / "interview_kit" / "lint" / "data"

for language in LANGUAGES:
    learned = train(examples(language), language)
    written = json.dumps(learned.document(), ensure_ascii=False, separators=(",", ":"))
    DATA.joinpath(f"detectors_{language}.json").write_text(f"{written}\n", "utf-8")
    print(f"{language}: {len(examples(language))} examples, {len(learned.terms)} features")
