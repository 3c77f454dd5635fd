"""Reading answers: sentences, words, and the cues of each language, as data."""

from interview_kit.language._profile import Profile, profile, supported_languages
from interview_kit.language._reading import Reading, Sentence, Word, read, stem

__all__ = [
    "Profile",
    "Reading",
    "Sentence",
    "Word",
    "profile",
    "read",
    "stem",
    "supported_languages",
]
