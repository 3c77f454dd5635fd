"""Item statistics: how hard items are, how well they tell learners apart, which options are used."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    clean_text,
    expect,
    instance_of,
    instances_of,
    names_of,
    number,
    one_of,
    or_none,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.ids import Id, to_id, to_ids
from interview_kit.model.values import Value
from interview_kit.statistics._measure import (
    CAUTIONS,
    MOST,
    REFUSALS,
    Caution,
    Measure,
    MeasureName,
    Refusal,
    bands_of,
    check_either,
)
from interview_kit.statistics._spread import correlation, scatter
from interview_kit.statistics._table import Numbers, Table, check_width, read_table

__all__ = [
    "ItemKey",
    "ItemReport",
    "ItemStatistics",
    "OptionUse",
    "item_statistics",
    "point_statistics",
]

#: Fewest learners of whom anything beyond shares is said.
FEWEST_LEARNERS: Final = 10
#: Item statistics are usable hints from 30 learners and settle from about 100: common practice.
VERY_FEW: Final = 30
FEW: Final = 100
#: A distractor that fewer choose does not work as one: Haladyna & Downing (1993), How many options is
#: enough, Educational and Psychological Measurement 53(4), 999-1010.
FUNCTIONAL: Final = 0.05
#: What the share of right answers should lie between, and from which correlation an item tells
#: learners apart, or at least does no harm: conventions of testing in class.
HARD: Final = 0.3
EASY: Final = 0.9
WEAK: Final = 0.2
MISLEADING: Final = 0.1
PAIR: Final = 2


def _to_options(options: Sequence[str]) -> tuple[str, ...]:
    return as_tuple(options)


@final
@frozen(kw_only=True, eq=False, repr=False)
class ItemKey(Value):
    """A closed item as far as its statistics need it.

    Attributes:
        item: its id.
        options: what can be chosen, in the order shown; at least two, each once.
        key: the right one of them.
    """

    item: Id = field(converter=to_id)
    options: tuple[str, ...] = field(converter=_to_options)
    key: str = field(validator=clean_text)

    def __attrs_post_init__(self) -> None:
        sound = all(type(each) is str and each for each in self.options)
        if not sound or len(set(self.options)) < max(len(self.options), PAIR):
            raise InvalidValueError(
                "ItemKey.options", shown(self.options), "two or more texts, each once"
            )
        if self.key not in self.options:
            raise InvalidValueError("ItemKey.key", shown(self.key), "one of the options")


@final
@frozen(kw_only=True, eq=False, repr=False)
class OptionUse(Value):
    """How often an option is chosen.

    Attributes:
        option: the option.
        chosen: how many learners chose it.
        share: share of all learners, 0 to 1.
        is_key: whether it is the right one.
        unused: whether it is a distractor that fewer than 5 % choose; none with too few learners.
    """

    option: str = field(validator=clean_text)
    chosen: int = field(validator=whole_number(0, MOST))
    share: float = field(validator=check_share)
    is_key: bool = field(validator=one_of((True, False)))
    unused: bool | None = field(default=None, validator=one_of((True, False, None)))


@final
@frozen(kw_only=True, eq=False, repr=False)
class ItemStatistics(Value):
    """How one item does.

    Attributes:
        item: its id.
        learners: how many learners there are; who did not answer has no points.
        omitted: how many of them did not answer.
        proportion: share of its points that learners get, which is the share of right answers where
            there is no partial credit, 0 to 1; none without learners.
        discrimination: corrected point-biserial correlation: of the points of the item with the
            points of all other items, -1 to 1.
        refusal: why there is no discrimination; none if there is.
        options: how often each option is chosen, in the order shown; none where points were given.
        cautions: what to look at.
    """

    item: Id = field(converter=to_id)
    learners: int = field(validator=whole_number(0, MOST))
    omitted: int = field(default=0, validator=whole_number(0, MOST))
    proportion: float | None = field(default=None, validator=or_none(check_share))
    discrimination: float | None = field(default=None, validator=or_none(number(-1.0, 1.0)))
    refusal: Refusal | None = field(default=None, validator=or_none(one_of(REFUSALS)))
    options: tuple[OptionUse, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(OptionUse), unique_by("option")]
    )
    cautions: tuple[Caution, ...] = field(
        default=(), converter=as_tuple, validator=names_of(CAUTIONS)
    )

    def __attrs_post_init__(self) -> None:
        check_either("ItemStatistics.discrimination", self.discrimination, self.refusal)


@final
@frozen(kw_only=True, eq=False, repr=False)
class ItemReport(Value):
    """How the items of a quiz do.

    Attributes:
        learners: how many learners answered.
        items: the items in their order.
        reliability: KR-20, or Cronbach's alpha with partial credit.
        cautions: what to keep in mind of all figures.
    """

    learners: int = field(validator=whole_number(0, MOST))
    items: tuple[ItemStatistics, ...] = field(
        converter=as_tuple, validator=[instances_of(ItemStatistics), unique_by("item")]
    )
    reliability: Measure = field(validator=instance_of(Measure))
    cautions: tuple[Caution, ...] = field(
        default=(), converter=as_tuple, validator=names_of(CAUTIONS)
    )

    def table(self) -> str:
        """Say it as plain text: reliability, then a line for each item."""
        found = self.reliability
        said = f"{found.refusal}" if found.value is None else f"{found.value:.2f}"
        width = max([len(each.item) for each in self.items] + [len("item")])
        return "\n".join(
            [
                f"{self.learners} learners, {found.name} {said} {' '.join(self.cautions)}".rstrip(),
                f"{'item':<{width}}  right  discrimination  omitted  remarks",
                *(_line(each, width) for each in self.items),
            ]
        )


def _line(item: ItemStatistics, width: int) -> str:
    right = "-" if item.proportion is None else f"{item.proportion:.2f}"
    apart = f"{item.refusal}" if item.discrimination is None else f"{item.discrimination:.2f}"
    unused = [each.option for each in item.options if each.unused]
    remarks = [*item.cautions, *(f"({option})" for option in unused)]
    line = f"{item.item:<{width}}  {right:>5}  {apart:>14}  {item.omitted:>7}  {' '.join(remarks)}"
    return line.rstrip()


def item_statistics(keys: Sequence[ItemKey], chosen: Sequence[Sequence[str | None]]) -> ItemReport:
    """Tell how closed items with one right option do.

    Args:
        keys: the items, in the order of the columns.
        chosen: one row for each learner, one column for each item: the option chosen, or `None` for
            no answer, which counts as wrong.

    Returns:
        The statistics, with KR-20: Kuder & Richardson (1937), Psychometrika 2(3), 151-160.

    Raises:
        InvalidValueError: if a row has not one entry for each item, or an entry is no option of it.

    >>> keys = [ItemKey(item=name, options=["a", "b", "c"], key="a") for name in ("q1", "q2", "q3")]
    >>> rows = [("a", "a", "a"), ("a", "a", "b"), ("a", "b", "b"), ("b", "b", "b")] * 4
    >>> print(item_statistics(keys, rows).table())
    16 learners, kr20 0.75 few_learners very_few_learners
    item  right  discrimination  omitted  remarks
    q1     0.75            0.52        0  unused_option (c)
    q2     0.50            0.71        0  unused_option (c)
    q3     0.25            0.52        0  too_hard unused_option (c)
    """
    for key in keys:
        expect("keys", key, ItemKey)
    for row in chosen:
        _check_choices(keys, row)
    points = [[float(c == k.key) for k, c in zip(keys, row, strict=True)] for row in chosen]
    table = read_table("chosen", points)
    uses = [_uses(key, [row[place] for row in chosen]) for place, key in enumerate(keys)]
    omitted = [sum(row[place] is None for row in chosen) for place in range(len(keys))]
    return _report("kr20", [key.item for key in keys], table, omitted, uses)


def _check_choices(keys: Sequence[ItemKey], row: Sequence[str | None]) -> None:
    if len(row) != len(keys):
        raise InvalidValueError("chosen", f"a row of {len(row)}", f"rows of {len(keys)}, as keys")
    for key, choice in zip(keys, row, strict=True):
        if choice is not None and choice not in key.options:
            # What it says is not shown: it may be what a candidate typed.
            raise InvalidValueError("chosen", f"no option of {key.item}", "its options, or None")


def _uses(key: ItemKey, chosen: Sequence[str | None]) -> list[OptionUse]:
    counted = Counter(chosen)
    enough = len(chosen) >= FEWEST_LEARNERS
    shares = {option: counted[option] / max(len(chosen), 1) for option in key.options}
    return [
        OptionUse(
            option=option,
            chosen=counted[option],
            share=share,
            is_key=option == key.key,
            unused=(share < FUNCTIONAL and option != key.key) if enough else None,
        )
        for option, share in shares.items()
    ]


def point_statistics(items: Sequence[str], points: Numbers) -> ItemReport:
    """Tell how items with partial credit do.

    Args:
        items: ids of the items, in the order of the columns.
        points: one row for each learner, one column for each item: the share of its points that the
            learner got, 0 to 1, or `None` for no answer, which counts as 0.

    Returns:
        The statistics, with Cronbach's alpha: Cronbach (1951), Psychometrika 16(3), 297-334.

    Raises:
        InvalidValueError: if the points are no table of shares with a column for each item.

    >>> rows = [(1, 0.5), (0.5, 0.5), (0, 0), (1, 1), (0.5, 0)] * 2
    >>> round(point_statistics(["q1", "q2"], rows).reliability.value, 4)
    0.88
    """
    table, names = read_table("points", points), to_ids(items)
    check_width("points", table, names)
    if any(each is not None and not 0 <= each <= table.unit for row in table.rows for each in row):
        raise InvalidValueError("points", "a number outside", "0 to 1, or None")
    omitted = [sum(row[place] is None for row in table.rows) for place in range(len(names))]
    return _report("cronbach_alpha", names, table, omitted, [[] for _ in names])


def _report(
    name: MeasureName,
    items: Sequence[Id],
    table: Table,
    omitted: Sequence[int],
    uses: Sequence[Sequence[OptionUse]],
) -> ItemReport:
    rows = [[each or 0 for each in row] for row in table.rows]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in items]
    totals = [sum(row) for row in rows]
    few: tuple[Caution, ...] = ("few_learners", "very_few_learners")
    reached = (len(rows) < FEW) + (len(rows) < VERY_FEW)
    return ItemReport(
        learners=len(rows),
        items=[
            _item(item, column, totals, table.unit, gaps, own)
            for item, column, gaps, own in zip(items, columns, omitted, uses, strict=True)
        ],
        reliability=_reliability(name, columns, totals),
        cautions=few[:reached],
    )


def _item(
    item: Id,
    points: Sequence[int],
    totals: Sequence[int],
    unit: int,
    omitted: int,
    uses: Sequence[OptionUse],
) -> ItemStatistics:
    count = len(points)
    rest = [total - own for total, own in zip(totals, points, strict=True)]
    apart = correlation(points, rest) if count >= FEWEST_LEARNERS else None
    refusal: Refusal = "no_variance" if count >= FEWEST_LEARNERS else "too_few_subjects"
    proportion = sum(points) / (count * unit) if count else None
    return ItemStatistics(
        item=item,
        learners=count,
        omitted=omitted,
        proportion=proportion,
        discrimination=apart,
        refusal=refusal if apart is None else None,
        options=uses,
        cautions=_cautions(proportion, apart, uses) if count >= FEWEST_LEARNERS else (),
    )


def _cautions(
    proportion: float | None, apart: float | None, uses: Sequence[OptionUse]
) -> list[Caution]:
    tests: tuple[tuple[Caution, bool], ...] = (
        ("too_easy", proportion is not None and proportion > EASY),
        ("too_hard", proportion is not None and proportion < HARD),
        ("weak_item", apart is not None and MISLEADING <= apart < WEAK),
        ("misleading_item", apart is not None and apart < MISLEADING),
        ("unused_option", any(each.unused for each in uses)),
    )
    return [caution for caution, holds in tests if holds]


def _reliability(
    name: MeasureName, columns: Sequence[Sequence[int]], totals: Sequence[int]
) -> Measure:
    """Give `k / (k - 1) * (1 - sum(item variances) / variance of totals)`."""
    count, width = len(totals), len(columns)
    altogether = scatter(totals)
    tests: tuple[tuple[Refusal, bool], ...] = (
        ("too_few_items", width < PAIR),
        ("too_few_subjects", count < FEWEST_LEARNERS),
        ("no_variance", not altogether),
    )
    refusal: Refusal | None = next((reason for reason, holds in tests if holds), None)
    if refusal:
        return Measure(name=name, subjects=count, raters=width, refusal=refusal)
    apart = sum(map(scatter, columns))
    value = width * (altogether - apart) / ((width - 1) * altogether)
    bands = bands_of(name, value, value)
    return Measure(name=name, subjects=count, raters=width, value=value, bands=bands)
