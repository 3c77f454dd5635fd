"""Teach the analyser another language: a profile from a data file, and a few labelled answers."""

import json
from pathlib import Path

from attrs import evolve

from interview_kit.language import ownership, profile_of, quantities, segment, train
from interview_kit.model import LabelledSentence, SampleAnswer

HERE = Path(__file__).with_suffix("")

spanish = profile_of(json.loads((HERE / "profile.json").read_text("utf-8")))
told = json.loads((HERE / "samples.json").read_text("utf-8"))
samples = [
    SampleAnswer(
        id=f"es_{number}",
        language="es",
        quality="strong",
        response_type="story",
        comment={"es": "Cuenta un episodio concreto."},
        sentences=[LabelledSentence(part=part, text=text) for part, text in answer],
    )
    for number, answer in enumerate(told)
]
spanish = evolve(spanish, weights=train(samples, spanish))

answer = (
    "El martes pasado falló el horno del restaurante. Yo tenía que servir veinte cenas. "
    "Llamé a mi jefa y cambié el menú. Las quejas bajaron un 25 %."
)
for each in segment(answer, spanish):
    print(f"{each.part:10} {answer[each.start : each.end]}")
print([each.owner for each in ownership(answer, spanish)])
print([(each.value, each.unit, each.direction) for each in quantities(answer, spanish)])
