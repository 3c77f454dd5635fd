"""How a language writes and says numbers, as data, and how they are read."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final, final

from attrs import field, frozen

from interview_kit.language._tables import to_numbers, to_string_pairs, to_words
from interview_kit.model import Value

__all__ = ["NumberWords"]

#: From it on a multiplier multiplies all that was said before it, below it the last digit only.
THOUSAND: Final = 1000
#: Digits of a group of thousands.
GROUP: Final = 3


def _to_mark(mark: Any) -> str:
    return "," if mark == "," else "."


@final
@frozen(kw_only=True, eq=False, repr=False)
class NumberWords(Value):
    """How a language writes and says numbers; all words in lower case.

    Attributes:
        decimal_mark: the comma or the point; the other one parts thousands.
        numerals: pairs of a word and its number, as `lima` and 5.
        teens: words that make a teen of the digit before, as `belas`.
        multipliers: pairs of a word and what it multiplies by, as `juta` and 1,000,000.
        joints: words within a number, as `and` in "two hundred and five".
        articles: numerals that count only before a measure: "one hour", but "one of them".
        idioms: pairs of words that have a number and mean none: "no one", "one day".
        parts: pairs of a fraction after a number and its percentage, as `thirds` and 33.3.
        shares: pairs of a word and its percentage, as `half` and 50.
        wholes: units of which a share is a number: "half an hour".
        ordinals: words of shares that mean something else by themselves, as `third`.
        share_articles: words before those that make them shares, as `a`.
        factors: pairs of a word and the multiple that it means, as `twice` and 2.
        factor_units: words that make the number before them a multiple, as `lipat`.
        unit_names: pairs of a form of a unit and its name, as `jam` of `jam-an` or `hr`.
        range_words: words between the two numbers of a range, as `sampai`.
        change_words: words between the two numbers of a change, as `menjadi`.
        sources: words before the first number of a change, as `dari`.
        labels_before: words after which a number is a name, unless it counts something.
        strict_labels: words after which a number is always a name, as `iso`.
        labels_after: words before which a number is a name, a date or a time of day.
        amounts_before: nouns after which a number is an amount, as `total`; after others it is
            the name of one of them: "printer 2".
        rises: words that tell that a number went up.
        falls: words that tell that it went down.
    """

    decimal_mark: str = field(default=".", converter=_to_mark)
    numerals: tuple[tuple[str, float], ...] = field(default=(), converter=to_numbers)
    teens: frozenset[str] = field(default=frozenset(), converter=to_words)
    multipliers: tuple[tuple[str, float], ...] = field(default=(), converter=to_numbers)
    joints: frozenset[str] = field(default=frozenset(), converter=to_words)
    articles: frozenset[str] = field(default=frozenset(), converter=to_words)
    idioms: frozenset[str] = field(default=frozenset(), converter=to_words)
    parts: tuple[tuple[str, float], ...] = field(default=(), converter=to_numbers)
    shares: tuple[tuple[str, float], ...] = field(default=(), converter=to_numbers)
    wholes: frozenset[str] = field(default=frozenset(), converter=to_words)
    ordinals: frozenset[str] = field(default=frozenset(), converter=to_words)
    share_articles: frozenset[str] = field(default=frozenset(), converter=to_words)
    factors: tuple[tuple[str, float], ...] = field(default=(), converter=to_numbers)
    factor_units: frozenset[str] = field(default=frozenset(), converter=to_words)
    unit_names: tuple[tuple[str, str], ...] = field(default=(), converter=to_string_pairs)
    range_words: frozenset[str] = field(default=frozenset(), converter=to_words)
    change_words: frozenset[str] = field(default=frozenset(), converter=to_words)
    sources: frozenset[str] = field(default=frozenset(), converter=to_words)
    labels_before: frozenset[str] = field(default=frozenset(), converter=to_words)
    strict_labels: frozenset[str] = field(default=frozenset(), converter=to_words)
    labels_after: frozenset[str] = field(default=frozenset(), converter=to_words)
    amounts_before: frozenset[str] = field(default=frozenset(), converter=to_words)
    rises: frozenset[str] = field(default=frozenset(), converter=to_words)
    falls: frozenset[str] = field(default=frozenset(), converter=to_words)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words by which numbers and their units and labels are known."""
        tables = (self.numeral_of, self.multiplier_of, self.share_of, self.parts_of, self.factor_of)
        sets = (self.teens, self.factor_units, self.wholes, self.range_words, self.change_words)
        labels = (self.labels_before, self.strict_labels, self.labels_after, self.amounts_before)
        named = (*self.unit_of, *self.unit_of.values())
        return frozenset[str]().union(named, *tables, *sets, *labels, self.rises, self.falls)

    @cached_property
    def numeral_of(self) -> dict[str, float]:
        """Numerals and their numbers."""
        return dict(self.numerals)

    @cached_property
    def multiplier_of(self) -> dict[str, float]:
        """Multipliers and their numbers."""
        return dict(self.multipliers)

    @cached_property
    def share_of(self) -> dict[str, float]:
        """Words of shares and their percentages."""
        return dict(self.shares)

    @cached_property
    def parts_of(self) -> dict[str, float]:
        """Fractions and their percentages."""
        return dict(self.parts)

    @cached_property
    def factor_of(self) -> dict[str, float]:
        """Words of multiples and their numbers."""
        return dict(self.factors)

    @cached_property
    def unit_of(self) -> dict[str, str]:
        """Forms of units and their names."""
        return dict(self.unit_names)

    @cached_property
    def starts(self) -> frozenset[str]:
        """All words with which a number in words begins."""
        return frozenset((*self.numeral_of, *self.share_of, *self.factor_of, *self.multiplier_of))

    def parsed(self, digits: str) -> float:
        """Read a number in digits.

        Args:
            digits: digits with points, commas and colons among them, a digit at both ends.

        Returns:
            The number; marks of thousands stand before groups of three digits, so that a mark of
            thousands elsewhere is taken for the decimal mark.

        >>> NumberWords(decimal_mark=",").parsed("1.250,5"), NumberWords().parsed("1,250.5")
        (1250.5, 1250.5)
        """
        other = "," if self.decimal_mark == "." else "."
        head, mark, tail = digits.rpartition(self.decimal_mark)
        if not mark:
            head, tail = digits, ""
        *first, last = head.split(other)
        if not mark and first and len(last) != GROUP:
            head, tail = "".join(first), last
        return float(f"{_digits(head)}.{_digits(tail)}")

    def spelt(self, words: Sequence[str]) -> tuple[int, float]:
        """Read the number in words that some words begin with.

        Args:
            words: words of one breath.

        Returns:
            How many of them the number takes, and the number; 0 and 0.0 if they begin with none.

        >>> words = NumberWords(numerals={"two": 2, "five": 5}, multipliers={"hundred": 100})
        >>> words.spelt(["two", "hundred", "five", "boxes"])
        (3, 205.0)
        """
        whole, part, count = 0.0, 0.0, 0
        for place, word in enumerate(words):
            if word in self.numeral_of and (not part or part % 10 == 0 or part > THOUSAND):
                part += self.numeral_of[word]
            elif word in self.teens and place:
                part += 10
            elif word in self.multiplier_of and place:
                whole, part = _grown(whole, part, self.multiplier_of[word])
            elif word in self.joints and words[place - 1] in self.multiplier_of:
                continue
            else:
                break
            count = place + 1
        return count, whole + part


def _grown(whole: float, part: float, size: float) -> tuple[float, float]:
    if size >= THOUSAND:
        return whole + (part or 1.0) * size, 0.0
    digit = part % 10 or 1.0
    return whole, part - part % 10 + digit * size


def _digits(text: str) -> str:
    """Give the digits of all scripts as those of ASCII."""
    return "".join(str(int(each)) for each in text if each.isdecimal()) or "0"
