"""Chains: decoding and probabilities agree with going through all sequences."""

import pickle
from itertools import pairwise, product
from math import exp, fsum

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.language import Chain, Weights, weights_of
from interview_kit.language._chain import SCALE, chain_of

WEIGHT = st.integers(-3000, 3000)
ROW = st.tuples(WEIGHT, WEIGHT, WEIGHT)
CHAINS = st.builds(
    Chain,
    labels=st.just(("a", "b", "c")),
    terms=st.dictionaries(st.sampled_from(["x", "y", "x y", "<k>"]), ROW),
    transitions=st.tuples(ROW, ROW, ROW),
    starts=ROW,
    ends=ROW,
)
FEATURES = st.lists(st.lists(st.sampled_from(["x", "y", "z"]), max_size=4), min_size=1, max_size=4)


def weight_of(chain: Chain, scores: list[list[float]], path: tuple[int, ...]) -> float:
    """Give how much a sequence weighs, by the definition of the chain."""
    steps = sum(chain.transitions[a][b] for a, b in pairwise(path))
    edges = chain.starts[path[0]] + chain.ends[path[-1]]
    return exp(sum(own[at] for own, at in zip(scores, path, strict=True)) + (steps + edges) / SCALE)


@given(CHAINS, FEATURES)
def test_labels_agree_with_all_sequences(chain: Chain, features: list[list[str]]) -> None:
    """Best sequence, shares and absence are those of the sum over every sequence."""
    scores = [chain.scores(chain.packed_sum(each)) for each in features]
    found = chain.label(scores)
    weights = {
        path: weight_of(chain, scores, path) for path in product(range(3), repeat=len(scores))
    }
    whole = fsum(weights.values())
    assert weights[found.best] == pytest.approx(max(weights.values()))
    for place, shares in enumerate(found.shares):
        for label, share in enumerate(shares):
            own = fsum(weight for path, weight in weights.items() if path[place] == label)
            assert share == pytest.approx(own / whole, abs=1e-9)
    for label, share in enumerate(chain.absence(scores)):
        without = fsum(weight for path, weight in weights.items() if label not in path)
        assert share == pytest.approx(without / whole, abs=1e-9)


@given(CHAINS, st.lists(st.sampled_from(["x", "y", "z"]), max_size=9))
def test_packed_sums_are_sums(chain: Chain, features: list[str]) -> None:
    """Weights packed into one number add up label by label, negative ones too."""
    wanted = [sum(chain.terms.get(each, (0, 0, 0))[at] for each in features) for at in range(3)]
    assert chain.scores(chain.packed_sum(features)) == [each / SCALE for each in wanted]


def test_features_that_speak_come_weightiest_first() -> None:
    """A label is explained by the features that speak for it, as many as asked."""
    chain = Chain(
        labels=("a", "b"),
        terms={"x": (400, 0), "y": (900, 0), "z": (0, 500), "dull": (20, 0)},
        transitions=((0, 0), (0, 0)),
        starts=(0, 0),
        ends=(0, 0),
    )
    assert chain.speaking(["x", "z", "y", "dull", "unknown"], 0, 3) == ("y", "x")
    assert chain.speaking(["x", "z", "y"], 0, 1) == ("y",)


@given(CHAINS)
def test_chains_are_values(chain: Chain) -> None:
    """A chain is its document, equal and hashable, and survives pickling."""
    assert chain_of(chain.document()) == chain
    assert hash(chain_of(chain.document())) == hash(chain)
    assert pickle.loads(pickle.dumps(chain)) == chain  # noqa: S301 - our own bytes
    assert chain != "chain"


@pytest.mark.parametrize(
    "change",
    [
        {"labels": ["a"]},
        {"terms": [("x", (1, 2, 3))]},
        {"terms": {"x": (1, 2)}},
        {"terms": {"x": (1, 2, 0.5)}},
        {"transitions": [(0, 0, 0)]},
        {"starts": (0, 0)},
    ],
)
def test_odd_chains_are_refused(change: dict[str, object]) -> None:
    """Every row has a whole number for each label."""
    plain: dict[str, object] = {
        "labels": ["a", "b", "c"],
        "terms": {},
        "transitions": [(0, 0, 0)] * 3,
        "starts": (0, 0, 0),
        "ends": (0, 0, 0),
    }
    with pytest.raises(InvalidValueError):
        chain_of({**plain, **change})
    with pytest.raises(InvalidValueError):
        chain_of({"labels": ["a", "b"]})


def test_weights_are_their_document() -> None:
    """Weights are written and read alike, and odd documents are refused."""
    zero = (0, 0)
    chain = Chain(labels=("a", "b"), terms={}, transitions=(zero, zero), starts=zero, ends=zero)
    weights = Weights(parts=chain, responses=chain, qualities=chain, order={"<a><b>": 5})
    assert weights_of(weights.document()) == weights
    assert pickle.loads(pickle.dumps(weights)) == weights  # noqa: S301 - our own bytes
    with pytest.raises(InvalidValueError):
        weights_of({"parts": chain.document()})
    with pytest.raises(InvalidValueError):
        evolve(weights, order={"<a><b>": 0.5})
