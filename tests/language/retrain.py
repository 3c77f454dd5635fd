"""Train the analyser anew after its samples or profiles changed: `python tests/language/retrain.py`."""

import json
import sys
from pathlib import Path

import interview_kit as ik
from interview_kit.language import profile_of, supported_languages, train
from interview_kit.model import SampleAnswer

DATA = Path(__file__).parents[2] / "src" / "interview_kit" / "language" / "data"
PACKS = ("core", "general_hr", "general_behavioural", "answers", "labelled")

samples = [each for each in ik.load(*PACKS).all(SampleAnswer) if each.batch]
for language in sys.argv[1:] or supported_languages():
    # The profile as it stands in its file: without the weights that are about to be replaced.
    untrained = profile_of(json.loads(DATA.joinpath(f"{language}.json").read_text("utf-8")))
    weights = train(samples, untrained)
    written = json.dumps(weights.document(), ensure_ascii=False, separators=(",", ":"))
    DATA.joinpath(f"{language}_weights.json").write_text(f"{written}\n", "utf-8")
    own = sum(each.language == language for each in samples)
    print(f"{language}: {own} samples, {len(weights.parts.terms)} features")
