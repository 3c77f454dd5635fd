"""Numbers in an answer: what they measure, which way they went, and which are mere names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple, final

from attrs import evolve, frozen

from interview_kit.language._profile import Profile, known_profile
from interview_kit.language._tokens import ENDS, JOINTS, Tokens, tokens_of
from interview_kit.model import Value

__all__ = ["Direction", "Quantity", "quantities", "quantities_of"]

#: Which way a quantity went.
Direction = Literal["up", "down", "none"]

#: Words before and after a number among which a word of direction is looked for.
DIRECTION_BEFORE: Final = 6
DIRECTION_AFTER: Final = 3
#: Words after a number among which the measure is looked for ("3 new big clients").
UNIT_DISTANCE: Final = 3
#: Most words of a number in words, and words between the numbers of a change.
MAX_SPELT: Final = 8
CHANGE_DISTANCE: Final = 4
#: Marks that no number, unit or word of direction is looked for across.
STOPS: Final = ENDS | {",", "(", ")", ":", "\n"}
DASHES: Final = frozenset("-\u2013")
PERCENT: Final = "percent"
TIMES: Final = "times"
#: Most letters before the digits of a name such as "HTML5"; longer words with a digit after them
#: are doubled words in informal Indonesian ("pelan2").
MAX_CODE: Final = 4


@final
@frozen(kw_only=True, eq=False, repr=False)
class Quantity(Value):
    """A number of an answer.

    Attributes:
        start: where it begins, its sign of money included, in characters from 0.
        end: where it ends, its unit included, exclusive.
        value: the number; of a percentage the number before the sign (25 % is 25.0).
        unit: what is counted or measured, one word; `percent` for percentages, `times` for
            multiples, empty if nothing is named.
        direction: which way it went, as far as words near it tell.
        is_metric: whether it counts or measures something, rather than being a name, a date or a
            time of day ("ISO 9001", "shift 2", "tahun 2023").
    """

    start: int
    end: int
    value: float
    unit: str = ""
    direction: Direction = "none"
    is_metric: bool = True


class _Number(NamedTuple):
    """A number: its words, `first` to `last`, exclusive; a unit that it has by itself."""

    first: int
    last: int
    value: float
    unit: str = ""
    is_code: bool = False


def quantities(text: str, language: str | Profile) -> tuple[Quantity, ...]:
    """Find the numbers of an answer, in digits and in words.

    Args:
        text: the answer; any text.
        language: a BCP 47 tag of a language that comes with the library, or a profile.

    Returns:
        The numbers in order, those of a range or of a change one by one.

    Raises:
        MissingLanguageError: if the library has no profile for this tag.

    >>> [(each.value, each.unit, each.direction) for each in quantities("Komplain turun 25%.", "id")]
    [(25.0, 'percent', 'down')]
    >>> quantities("I passed the ISO 9001 audit.", "en")[0].is_metric
    False
    """
    profile = known_profile(language)
    return quantities_of(tokens_of(text, profile), profile)


def quantities_of(tokens: Tokens, profile: Profile) -> tuple[Quantity, ...]:
    """Find the numbers of an answer that was taken apart.

    Args:
        tokens: its words.
        profile: its language.

    Returns:
        As `quantities`.
    """
    numbers = [*_numbers(tokens, profile)]
    found = [_quantity(tokens, each, profile) for each in numbers]
    for place, (one, other) in enumerate(pairwise(numbers)):
        if other.first - one.last <= CHANGE_DISTANCE and not other.is_code:
            found[place : place + 2] = _paired(
                tokens, (one, other), found[place : place + 2], profile
            )
    return tuple(found)


def _numbers(tokens: Tokens, profile: Profile) -> Iterator[_Number]:
    starts, done = profile.numbers.starts, 0
    # Of all words few have a digit: those that are not of letters alone.
    candidates = [
        place for place, word in enumerate(tokens.words) if word in starts or not word.isalpha()
    ]
    for place in candidates:
        number = _number_at(tokens, place, profile) if place >= done else None
        if number is not None:
            yield number
            done = number.last


def _number_at(tokens: Tokens, place: int, profile: Profile) -> _Number | None:
    word = tokens.words[place]
    if word[0].isdecimal():
        return _in_digits(tokens, place, profile)
    if not word.isalpha():
        return _code(tokens, place)
    breath = tokens.words[place : _breath_end(tokens, place, MAX_SPELT)]
    bound = " ".join(tokens.words[max(0, place - 1) : place + 1])
    if profile.numbers.idioms.isdisjoint((bound, " ".join(breath[:2]))):
        return _in_words(tokens, place, breath, profile)
    return None


def _in_words(
    tokens: Tokens, place: int, breath: Sequence[str], profile: Profile
) -> _Number | None:
    """Read a multiple, a share, or a number in words."""
    word, known = breath[0], profile.numbers
    if word in known.factor_of:
        return _Number(place, place + 1, known.factor_of[word], TIMES)
    if word in known.share_of:
        return _share(tokens, place, breath, profile)
    if word in known.multiplier_of:
        is_number = place > 0 and tokens.classes[place - 1] == "<det>" and len(word) > 1
        return _Number(place, place + 1, known.multiplier_of[word]) if is_number else None
    return _spelt(place, breath, profile)


def _spelt(place: int, breath: Sequence[str], profile: Profile) -> _Number | None:
    word, known = breath[0], profile.numbers
    count, value = known.spelt(breath)
    part = known.parts_of.get(breath[count]) if count < len(breath) else None
    if part is not None:
        return _Number(place, place + count + 1, value * part, PERCENT)
    is_alone = count == 1 and profile.measures.isdisjoint(breath[1:2])
    is_number = count > 0 and not (word in known.articles and is_alone)
    return _Number(place, place + count, value) if is_number else None


def _code(tokens: Tokens, place: int) -> _Number | None:
    """Read the number of a name that is one word: "HTML5", "B3"."""
    word = tokens.words[place]
    letters = word.rstrip("0123456789")
    is_name = len(letters) <= MAX_CODE and tokens.text[tokens.starts[place]].isupper()
    digits = word[len(letters) :]
    return _Number(place, place + 1, float(digits), is_code=True) if is_name and digits else None


def _share(tokens: Tokens, place: int, breath: Sequence[str], profile: Profile) -> _Number | None:
    """Read "half": of an hour it is 0.5, by itself a percentage."""
    known = profile.numbers
    share = known.share_of[breath[0]]
    whole = next((at for at, word in enumerate(breath[:3]) if word in known.wholes), 0)
    if whole:
        return _Number(place, place + whole, share / 100)
    # "The third time" and "last quarter" are no shares; "a third" and "a quarter of" are.
    before = tokens.words[place - 1] if place else ""
    is_share = breath[0] not in known.ordinals or before in known.share_articles
    return _Number(place, place + 1, share, PERCENT) if is_share else None


def _in_digits(tokens: Tokens, place: int, profile: Profile) -> _Number:
    """Read a number in digits and the multipliers after it: "1,5 juta", "3 hundred thousand"."""
    value, last = profile.numbers.parsed(tokens.words[place]), place + 1
    multipliers = profile.numbers.multiplier_of
    for at in range(last, _breath_end(tokens, place, UNIT_DISTANCE)):
        word = tokens.words[at]
        # "5 m" may be metres; "5m" and "5 M" are five million or milliard.
        is_small = (
            len(word) == 1 and tokens.gaps[at] and not tokens.text[tokens.starts[at]].isupper()
        )
        if word not in multipliers or is_small:
            break
        value, last = value * multipliers[word], at + 1
    return _Number(place, last, value)


def _breath_end(tokens: Tokens, place: int, count: int) -> int:
    """Find where the words after a place are parted from it by a mark, or are `count`."""
    last = min(place + count + 1, len(tokens.words))
    for at in range(place + 1, last):
        if tokens.gaps[at] != " " and not STOPS.isdisjoint(tokens.gaps[at]):
            return at
    return last


def _breath_start(tokens: Tokens, place: int, count: int) -> int:
    """Find where the words before a place are parted from it by a mark, or are `count`."""
    first = max(0, place - count)
    for at in range(place, first, -1):
        if tokens.gaps[at] != " " and not STOPS.isdisjoint(tokens.gaps[at]):
            return at
    return first


def _quantity(tokens: Tokens, number: _Number, profile: Profile) -> Quantity:
    first, last, value, unit, is_code = number
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if is_code:
        return Quantity(start=start, end=end, value=value, is_metric=False)
    before = tokens.words[first - 1] if first else ""
    if before in profile.money and not tokens.gaps[first].strip():
        start, unit = tokens.starts[first - 1], profile.unit_name(before)
    is_plain = not unit
    if is_plain:
        place, unit = _unit_after(tokens, last, profile)
        end = tokens.ends[place - 1]
    if is_plain and _is_label(tokens, number, unit, profile):
        return Quantity(start=start, end=tokens.ends[last - 1], value=value, is_metric=False)
    direction = _direction(tokens, number, profile)
    return Quantity(start=start, end=end, value=value, unit=unit, direction=direction)


def _unit_after(tokens: Tokens, last: int, profile: Profile) -> tuple[int, str]:
    """Find what is counted: a measure among the next words, or else the noun that comes next.

    Returns:
        Where it ends, in words, and its name; `last` and an empty name if there is none.
    """
    known, words = profile.numbers, tokens.words
    end = _breath_end(tokens, last - 1, UNIT_DISTANCE)
    pair = " ".join(words[last : min(end, last + 2)])
    if " " in pair and pair in known.unit_of:
        return last + 2, known.unit_of[pair]
    if last < end and words[last] in known.factor_units:
        return last + 1, TIMES
    place = next(_counted(tokens, last, end, profile), None)
    return (last, "") if place is None else (place + 1, profile.unit_name(words[place]))


def _counted(tokens: Tokens, last: int, end: int, profile: Profile) -> Iterator[int]:
    """Go through the words that may be what is counted, the likeliest first."""
    words, classes = tokens.words, tokens.classes
    is_thing = last < end and _is_thing(words[last], classes[last], profile)
    # A plural, or any noun where adjectives follow it, leaves no doubt.
    if is_thing and (words[last].endswith(profile.plurals) or profile.grammar.possessor_follows):
        yield last
    for at in range(last, end):
        if words[at] in profile.measures:
            yield at
        if classes[at] not in profile.noun_classes or words[at] in profile.stop_words:
            break
    if is_thing:
        yield last


def _is_thing(word: str, word_class: str, profile: Profile) -> bool:
    """Tell whether a word may name what is counted."""
    if word in profile.measures:
        return True
    bound = word in profile.stop_words or word in profile.numbers.labels_after
    # A plural is no verb, whatever its class: "stops", "steps".
    is_plural = word.endswith(profile.plurals) and word_class in profile.grammar.verbs
    is_noun = is_plural or word_class in profile.noun_classes
    return word.isalpha() and len(word) > 1 and not bound and is_noun


def _is_label(tokens: Tokens, number: _Number, unit: str, profile: Profile) -> bool:
    """Tell whether a number is a name, a date or a time of day."""
    first, last = number.first, number.last
    known, words, gaps = profile.numbers, tokens.words, tokens.gaps
    if unit in {PERCENT, TIMES}:
        return False
    before = words[first - 1] if first and _binds(gaps[first]) else ""
    after = words[last] if last < len(words) and _binds(gaps[last]) else ""
    if ":" in words[first] or before in known.strict_labels or after in known.labels_after:
        return True
    # "In 2023", "Office 365": what follows is counted if it is a measure or many.
    is_counted = after in profile.measures or after.endswith(profile.plurals)
    is_proper = tokens.classes[first] == "<year>" or _follows_name(tokens, first)
    if is_proper and not is_counted:
        return True
    if unit:
        # "This week 3 clients" are counted; after "grade 12" something else begins.
        is_time = first > 0 and tokens.classes[first - 1] == "<time_unit>"
        return before in known.labels_before and after not in profile.measures and not is_time
    glued = first > 0 and gaps[first][:1] in {"-", "/"} and before[:1].isalpha()
    is_code = bool(after) and not gaps[last]
    return glued or is_code or before in known.labels_before or _is_named(tokens, first, profile)


def _follows_name(tokens: Tokens, place: int) -> bool:
    """Tell whether a number in digits follows a capital within a sentence: "Office 365"."""
    if place <= 1 or tokens.gaps[place] not in JOINTS or not tokens.words[place].isdecimal():
        return False
    opens = not ENDS.isdisjoint(tokens.gaps[place - 1]) or "\n" in tokens.gaps[place - 1]
    return not opens and tokens.text[tokens.starts[place - 1]].isupper()


def _is_named(tokens: Tokens, place: int, profile: Profile) -> bool:
    """Tell whether a number in digits is the name of the thing before it: "printer 2"."""
    words, classes = tokens.words, tokens.classes
    if not place or not words[place].isdecimal() or not _binds(tokens.gaps[place]):
        return False
    before, above = words[place - 1], classes[place - 2] if place > 1 else ""
    # What follows a subject is its verb: "I register 60 before lunch".
    is_verb = above in profile.subject_classes or above in profile.verb_openers
    following = words[place + 1 : place + 2]
    if following and following[0] in profile.numbers.range_words | profile.numbers.change_words:
        return False
    if place + 1 < len(words) and words[place + 1][0].isdecimal():
        return False
    return _is_thing(before, classes[place - 1], profile) and not (
        is_verb or before in profile.numbers.amounts_before
    )


def _binds(gap: str) -> bool:
    """Tell whether what stands between two words lets them belong together."""
    return gap == " " or STOPS.isdisjoint(gap) or gap == ". "


def _direction(tokens: Tokens, number: _Number, profile: Profile) -> Direction:
    """Find the nearest word of rising or falling in the same breath, those before first."""
    known, words = profile.numbers, tokens.words
    if words[number.first] in known.rises:
        return "up"
    before = words[_breath_start(tokens, number.first, DIRECTION_BEFORE) : number.first]
    after = words[number.last : _breath_end(tokens, number.last - 1, DIRECTION_AFTER)]
    for word in (*_until_number(reversed(before), profile), *_until_number(after, profile)):
        if word in known.rises:
            return "up"
        if word in known.falls:
            return "down"
    return "none"


def _until_number(words: Iterable[str], profile: Profile) -> Iterator[str]:
    for word in words:
        if word[0].isdecimal() or word in profile.numbers.numeral_of:
            return
        yield word


def _paired(
    tokens: Tokens,
    numbers: tuple[_Number, _Number],
    found: Sequence[Quantity],
    profile: Profile,
) -> Sequence[Quantity]:
    """Give both numbers of a range or a change ("from 40 to 12 hours") their common unit."""
    known, (one, other) = profile.numbers, found
    first, last = numbers[0].last, numbers[1].first
    between, gaps = tokens.words[first:last], tokens.gaps[first : last + 1]
    if not (
        one.is_metric
        and other.is_metric
        and (one.unit == other.unit or not one.unit or not other.unit)
    ):
        return found
    if any(not STOPS.isdisjoint(gap) for gap in gaps) or len(between) > CHANGE_DISTANCE:
        return found
    joint = between[-1] if between else ""
    dashed = not between and not DASHES.isdisjoint(gaps[0])
    if not dashed and joint not in known.change_words | known.range_words:
        return found
    unit = one.unit or other.unit
    direction = other.direction if other.direction != "none" else one.direction
    opening = tokens.words[numbers[0].first - 1] if numbers[0].first else ""
    changes = joint in known.change_words and (
        joint not in known.range_words or opening in known.sources
    )
    if changes and one.value != other.value:
        direction = "up" if other.value > one.value else "down"
    return (
        evolve(one, unit=unit, direction=direction),
        evolve(other, unit=unit, direction=direction),
    )
