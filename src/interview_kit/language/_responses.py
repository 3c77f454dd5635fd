"""What sort of answer a text is: a story, a plan, an opinion and so on."""

from collections.abc import Sequence, Set as AbstractSet
from math import sqrt

from interview_kit.errors import InvalidValueError
from interview_kit.language._chain import Chain
from interview_kit.language._features import clause_sums, traits_of
from interview_kit.language._profile import Profile, known_profile
from interview_kit.language._tokens import Clause, Tokens, clauses_of, tokens_of
from interview_kit.language._weights import Weights
from interview_kit.model import RESPONSE_TYPES, ResponseType

__all__ = ["response_type", "weights_in", "whole_shares"]


def response_type(text: str, language: str | Profile) -> ResponseType | None:
    """Tell what sort of answer a text is.

    Args:
        text: the answer; any text.
        language: a BCP 47 tag of a language that comes with the library, or a trained profile.

    Returns:
        The most probable of `RESPONSE_TYPES`; none of a text without words.

    Raises:
        MissingLanguageError: if the library has no profile for this tag.
        InvalidValueError: if the profile is not trained.

    >>> response_type("I would first ask the client what happened, then I would call our lab.", "en")
    'plan'
    """
    profile = known_profile(language)
    tokens = tokens_of(text, profile)
    if not tokens.words:
        return None
    clauses = clauses_of(tokens, profile)
    traits = traits_of(tokens, clauses, profile)
    shares = whole_shares(weights_in(profile).responses, tokens, clauses, traits)
    return RESPONSE_TYPES[shares.index(max(shares))]


def whole_shares(
    chain: Chain, tokens: Tokens, clauses: Sequence[Clause], traits: Sequence[AbstractSet[str]]
) -> tuple[float, ...]:
    """Label an answer as a whole.

    Args:
        chain: what labels it.
        tokens: its words.
        clauses: its clauses; at least one.
        traits: what `traits_of` gave for them.

    Returns:
        The probability of each label of the chain, 0.0 to 1.0, in their order.
    """
    divisor = sqrt(len(clauses))
    packed = sum(clause_sums(chain, tokens, clauses, traits))
    (shares,) = chain.shares([[each / divisor for each in chain.scores(packed)]])
    return shares


def weights_in(profile: Profile) -> Weights:
    """Give what was learned of a language.

    Args:
        profile: the language.

    Returns:
        Its weights.

    Raises:
        InvalidValueError: if it has none.
    """
    if profile.weights is None:
        allowed = "a trained profile: see interview_kit.language.train"
        raise InvalidValueError("language", f"an untrained one, {profile.language!r}", allowed)
    return profile.weights
