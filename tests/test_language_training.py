"""Training: the minimiser, exact functions, and chains that learn what the examples show."""

import json
from collections.abc import Iterator
from math import exp, log
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import interview_kit as ik
from interview_kit.language import profile, profile_of, segment, train
from interview_kit.language._exact import exact_exp, exact_log
from interview_kit.language._minimise import minimise, total
from interview_kit.language._training import Example, fit
from interview_kit.model import LabelledSentence, SampleAnswer
from language_cases import LANGUAGES

DATA = Path(ik.__file__).parent / "language" / "data"


@given(st.floats(-690, 690))
def test_exponentials_are_close(x: float) -> None:
    """The exact exponential agrees with that of the platform to ten digits."""
    assert exact_exp(x) == pytest.approx(exp(x), rel=1e-10)


@given(st.floats(1e-290, 1e290))
def test_logarithms_are_close(x: float) -> None:
    """The exact logarithm agrees with that of the platform to nine digits."""
    assert exact_log(x) == pytest.approx(log(x), rel=1e-9, abs=1e-9)


def test_what_is_next_to_nothing_is_nothing() -> None:
    """An exponential that no sum would show is 0."""
    assert exact_exp(-1e6) == 0.0


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=5))
def test_minima_of_bowls_are_found(bottom: list[float]) -> None:
    """The minimiser reaches the bottom of a stretched bowl."""

    def bowl(point: list[float]) -> tuple[float, list[float]]:
        off = [x - y for x, y in zip(point, bottom, strict=True)]
        value = total((place + 1) * each * each for place, each in enumerate(off))
        return value, [2 * (place + 1) * each for place, each in enumerate(off)]

    assert minimise(bowl, [0.0] * len(bottom), 60) == pytest.approx(bottom, abs=1e-4)


def test_a_point_with_no_way_down_is_kept() -> None:
    """Where no step leads down the minimiser stays."""
    assert minimise(lambda _: (0.0, [1.0]), [3.0], 5) == [3.0]


def examples() -> Iterator[Example]:
    """Give sequences in which `x` is always followed by `y`, and each has its label."""
    for place in range(6):
        yield Example([["x"], ["y"], ["y"]], ["s"], ["a", "b", "b"], text=place)
        yield Example([["x"], ["dull"]], ["s"], ["a", "b"], text=place, weight=0.5)


def test_chains_learn_what_examples_show() -> None:
    """A fitted chain labels its examples, and the order alone tells a clause without a cue."""
    chain = fit(examples(), ["a", "b"], penalty=0.1, steps=40)
    scores = [chain.scores(chain.packed_sum(each)) for each in (["x"], ["never seen"])]
    assert [chain.labels[each] for each in chain.label(scores).best] == ["a", "b"]


def test_features_of_one_text_teach_nothing() -> None:
    """A feature that occurs in one text only is left out."""
    lonely = Example([["lonely"]], [], ["a"], text="one")
    chain = fit([*examples(), lonely], ["a", "b"], penalty=0.1, steps=10)
    assert "lonely" not in chain.terms
    assert "x" in chain.terms


def test_more_penalty_means_smaller_weights() -> None:
    """The penalty keeps weights small."""
    sizes = [
        max(max(map(abs, row)) for row in chain.terms.values())
        for chain in (fit(examples(), ["a", "b"], penalty=own, steps=30) for own in (0.05, 2.0))
    ]
    assert sizes[0] > sizes[1]


def sample(name: str, language: str, *sentences: tuple[str, str]) -> SampleAnswer:
    """Make a sample of labelled sentences."""
    return SampleAnswer(
        id=name,
        language=language,
        quality="medium",
        response_type="story",
        comment={"en": "Fine."},
        sentences=[LabelledSentence(part=part, text=text) for part, text in sentences],
    )


TOLD = [
    sample(
        f"es{place}",
        "es",
        ("situation", f"El {day} faltaba material."),
        ("task", "Yo debía entregar el pedido."),
        ("action", f"Yo llamé a {who}."),
        ("result", "Entregamos a tiempo."),
        ("none", "Gracias por la pregunta."),
    )
    for place, (day, who) in enumerate(
        [("lunes", "Ana"), ("martes", "Luis"), ("jueves", "la fábrica"), ("viernes", "todos")]
    )
]


def test_another_language_is_trained_from_its_profile() -> None:
    """A profile of one's own and a few samples give a segmenter for a language we do not know."""
    own = profile_of({"language": "es", "classes": {"own": ["yo"], "day": ["lunes", "sábado"]}})
    trained = evolve(own, weights=train(TOLD, own))
    found = segment("El sábado faltaba gente. Yo llamé a Marta. Entregamos a tiempo.", trained)
    assert [each.part for each in found] == ["situation", "action", "result"]


def test_training_needs_samples_of_the_language() -> None:
    """Without a sample in the language there is nothing to learn from."""
    with pytest.raises(ik.InvalidValueError, match="none in 'id'"):
        train(TOLD, "id")
    with pytest.raises(ik.InvalidValueError):
        train([*TOLD, "no sample"], "id")


def test_equal_samples_give_equal_weights() -> None:
    """Training draws nothing at random."""
    own = profile_of({"language": "es"})
    assert train(TOLD, own) == train(TOLD, own)


@pytest.mark.heavy
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_weights_are_trained_from_the_samples(language: str) -> None:
    """Training on the bundled samples gives the shipped weights bit for bit."""
    packs = ("core", "general_hr", "general_behavioural", "answers", "labelled")
    samples = [each for each in ik.load(*packs).all(SampleAnswer) if each.batch]
    plain = json.loads(DATA.joinpath(f"{language}.json").read_text("utf-8"))
    assert train(samples, profile_of(plain)) == profile(language).weights
