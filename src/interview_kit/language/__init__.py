"""Reading answers: their parts, whose doing they tell, their numbers; each language is data."""

from interview_kit.language._analysis import Analysis, analyse
from interview_kit.language._chain import Chain
from interview_kit.language._cues import cue_hits
from interview_kit.language._effort import EFFORT_FAULTS, Effort, EffortFault, effort, effort_of
from interview_kit.language._grammar import Grammar
from interview_kit.language._guess import LanguageGuess, guess_language
from interview_kit.language._numerals import NumberWords
from interview_kit.language._ownership import Owner, Ownership, ownership
from interview_kit.language._parts import absence, segment
from interview_kit.language._profile import Profile, profile, profile_of, supported_languages
from interview_kit.language._quantities import Direction, Quantity, quantities
from interview_kit.language._responses import response_type
from interview_kit.language._substance import only, said_once, substance_of
from interview_kit.language._tokens import Clause, Tokens, clauses_of, tokens_of
from interview_kit.language._trainer import train
from interview_kit.language._weights import Weights, weights_of
from interview_kit.language._wording import Word, normalise, stem

__all__ = [
    "EFFORT_FAULTS",
    "Analysis",
    "Chain",
    "Clause",
    "Direction",
    "Effort",
    "EffortFault",
    "Grammar",
    "LanguageGuess",
    "NumberWords",
    "Owner",
    "Ownership",
    "Profile",
    "Quantity",
    "Tokens",
    "Weights",
    "Word",
    "absence",
    "analyse",
    "clauses_of",
    "cue_hits",
    "effort",
    "effort_of",
    "guess_language",
    "normalise",
    "only",
    "ownership",
    "profile",
    "profile_of",
    "quantities",
    "response_type",
    "said_once",
    "segment",
    "stem",
    "substance_of",
    "supported_languages",
    "tokens_of",
    "train",
    "weights_of",
]
