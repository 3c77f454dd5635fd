"""What sort of answer a text is: a story, a plan, an opinion and so on."""

from math import sqrt

from interview_kit.errors import InvalidValueError
from interview_kit.language._features import clause_sums, traits_of
from interview_kit.language._profile import Profile, known_profile
from interview_kit.language._tokens import clauses_of, tokens_of
from interview_kit.language._weights import Weights
from interview_kit.model import RESPONSE_TYPES, ResponseType

__all__ = ["response_type", "weights_in"]


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
    chain = weights_in(profile).responses
    tokens = tokens_of(text, profile)
    if not tokens.words:
        return None
    clauses = clauses_of(tokens, profile)
    divisor = sqrt(len(clauses))
    traits = traits_of(tokens, clauses, profile)
    packed = sum(clause_sums(chain, tokens, clauses, traits))
    scores = [each / divisor for each in chain.scores(packed)]
    ((best,), _) = chain.label([scores])
    return RESPONSE_TYPES[best]


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
