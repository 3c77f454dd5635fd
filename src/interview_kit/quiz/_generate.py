"""Drawing quizzes: every one that satisfies the blueprint is equally likely."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, Final, final

from attrs import frozen

from interview_kit.bank import Bank
from interview_kit.errors import (
    BlueprintError,
    InfeasibleError,
    InvalidValueError,
    UnknownIdError,
)
from interview_kit.model import Entry, Question, Stage, content_hash
from interview_kit.model.checks import expect, shown
from interview_kit.model.seeds import Seed, check_seed, salted
from interview_kit.quiz._blueprint import Blueprint
from interview_kit.quiz._changes import changes_since
from interview_kit.quiz._demand import demand_of, pool_of
from interview_kit.quiz._explain import infeasible, is_feasible
from interview_kit.quiz._history import History, longest_cooldown, with_history
from interview_kit.quiz._plan import Plan, planned
from interview_kit.quiz._quiz import Quiz, put_together
from interview_kit.quiz._rank import unranked
from interview_kit.quiz._receipt import (
    ALGORITHM,
    POOL_LISTED,
    Drawn,
    Receipt,
    SeedType,
    Verification,
    drawn,
    hash_of_pool,
    hashes_of,
    is_as_drawn,
    pooled,
    seed_of,
    seed_text,
    stages_in_order,
)
from interview_kit.quiz._sentences import cooling_refusal, crossing_refusal
from interview_kit.quiz._stream import hash_rank

__all__ = ["Prepared", "Quiz", "count", "generate", "nth", "prepare", "restore", "verify"]

#: Sections of an interview, from light to demanding.
SECTIONS_IN_ORDER: Final = ("background", "motivation", "technical", "situational", "past")


@final
@frozen(kw_only=True, eq=False)
class Prepared:
    """A blueprint made ready for drawing from a bank, for many seeds.

    Attributes:
        bank: where the questions come from.
        blueprint: what a quiz must contain.
        history: what was asked before, if that counts.
        plan: the table and what it leaves to rejection.
    """

    bank: Bank
    blueprint: Blueprint
    history: History | None
    plan: Plan

    @property
    def count(self) -> int:
        """How many quizzes there are: exact, of any size.

        Raises:
            BlueprintError: if the quotas cross in too many ways to be counted.
        """
        if self.plan.rejected:
            raise crossing_refusal(self.blueprint, self.plan.rejected)
        return self.plan.table.total

    def quiz(self, seed: Seed) -> Quiz:
        """Draw a quiz.

        Args:
            seed: any whole number or string.

        Returns:
            The quiz.

        Raises:
            InvalidValueError: if the seed is neither.
            BlueprintError: if hardly any draw keeps what could not be counted.
        """
        check_seed(seed)
        ids = self._in_order(self.draw(seed), seed)
        return self._quiz(ids, seed, "str" if isinstance(seed, str) else "int")

    def draw(self, seed: Seed) -> tuple[str, ...]:
        """Draw the ids of a quiz, in no order."""
        try:
            return self.plan.draw(seed)
        except BlueprintError as error:
            raise crossing_refusal(self.blueprint, error.requirements) from None

    def nth(self, rank: int) -> Quiz:
        """Give the quiz of a rank: a bijection of `0` to `count - 1` and all quizzes.

        Args:
            rank: 0 to `count - 1`.

        Returns:
            The quiz.

        Raises:
            BlueprintError: if the quotas cross in too many ways to be counted.
            InvalidValueError: if the rank is out of range.
        """
        total = self.count
        if type(rank) is not int or not 0 <= rank < total:
            raise InvalidValueError("rank", shown(rank), f"0 to {total - 1}")
        ids = self._in_order(unranked(self.plan.table, rank), rank)
        return self._quiz(ids, rank, "rank")

    def _in_order(self, ids: Sequence[str], seed: Seed) -> tuple[str, ...]:
        order = self.blueprint.order
        # Not the ranks by which they were chosen: those of a large class are low.
        salt = salted(seed, "order" if order == "shuffled" else "drawn")
        mixed = sorted(ids, key=partial(hash_rank, salt))
        return tuple(
            sorted(mixed, key=self._order_keys.get(order)) if order in self._order_keys else mixed
        )

    @cached_property
    def _order_keys(self) -> Mapping[str, Callable[[str], int]]:
        get = self.bank.entry
        stages = {stage.id: stage.order for stage in self.bank.all(Stage)}
        return {
            "difficulty": lambda each: get(each).difficulty,
            # What is about no stage comes before the first.
            "stage": lambda each: min((stages[stage] for stage in get(each).stages), default=0),
            "sections": lambda each: _section_of(get(each)),
        }

    def _quiz(self, ids: Sequence[str], seed: Seed, seed_type: SeedType) -> Quiz:
        entries = tuple(map(self.bank.entry, ids))
        seen = (self.history or History()).seen()
        receipt = Receipt(
            blueprint=self.blueprint,
            seed=seed_text(seed),
            seed_type=seed_type,
            algorithm=ALGORITHM,
            questions=tuple(map(self._drawn, entries)),
            recycled=tuple(id for id in ids if seen.get(id)),
            history_hash=history_hash(self.history),
            pool=self._pool,
            pool_hash=self._pool_hash,
            stages=stages_in_order(self.bank, self.blueprint),
        )
        return put_together(entries, receipt)

    def _drawn(self, entry: Entry) -> Drawn:
        found = self._known.get(entry.id)
        if found is None:
            hashes = self._rubric_hashes(entry) if isinstance(entry, Question) else ("", "")
            found = self._known[entry.id] = drawn(entry, hashes)
        return found

    def _rubric_hashes(self, question: Question) -> tuple[str, str]:
        rubric = self.bank.rubric_for(question)
        hashes = self._rubrics.get(rubric.id) or hashes_of(rubric)
        self._rubrics[rubric.id] = hashes
        return hashes

    @cached_property
    def _rubrics(self) -> dict[str, tuple[str, str]]:
        # Hashes of rubrics, which many questions share.
        return {}

    @cached_property
    def _known(self) -> dict[str, Drawn]:
        # Hashes of questions that were drawn before: the same for every seed.
        return {}

    @cached_property
    def _pool(self) -> Any:
        # Without regard to the history, which is no edit of the bank.
        pool = pool_of(self.bank, self.blueprint)
        return pooled(pool, self.blueprint) if len(pool) <= POOL_LISTED else ()

    @cached_property
    def _pool_hash(self) -> str:
        return "" if self._pool else hash_of_pool(demand_of(self.bank, self.blueprint))


def _section_of(entry: Entry) -> int:
    """Give the place of a section; items come before the first question."""
    return SECTIONS_IN_ORDER.index(entry.kind) if isinstance(entry, Question) else -1


def history_hash(history: History | None) -> str:
    """Hash a history for a receipt; empty if there is none."""
    return content_hash(history) if history else ""


def prepare(bank: Bank, blueprint: Blueprint, *, history: History | None = None) -> Prepared:
    """Make a blueprint ready for drawing; worth it for more than one seed.

    Args:
        bank: where the questions come from.
        blueprint: what a quiz must contain.
        history: what was asked before: nothing is repeated until the pool is exhausted, and then
            the least seen comes first.

    Returns:
        What draws the quizzes.

    Raises:
        InfeasibleError: if no quiz satisfies the blueprint; it names a smallest set of
            requirements that cannot hold together, and the nearest blueprint that can be met.
        BlueprintError: if its requirements cross in too many ways to be counted or drawn.
        UnknownIdError: if the blueprint names something that is not in the bank.
    """
    expect("bank", bank, Bank)
    expect("blueprint", blueprint, Blueprint)
    if history is not None:
        expect("history", history, History)
    demand = demand_of(bank, blueprint)
    try:
        plan = planned(with_history(demand, history) if history else demand)
    except BlueprintError as error:
        raise crossing_refusal(blueprint, error.requirements) from None
    if not plan.table.total:
        if history and history.cooldown and is_feasible(demand):
            raise cooling_refusal(history.cooldown, longest_cooldown(demand, history))
        raise infeasible(bank, blueprint, demand)
    return Prepared(bank=bank, blueprint=blueprint, history=history, plan=plan)


def generate(
    bank: Bank, blueprint: Blueprint, *, seed: Seed, history: History | None = None
) -> Quiz:
    """Draw a quiz: every one that satisfies the blueprint is equally likely over the seeds.

    The same bank, blueprint, history and seed give the same quiz on every platform and Python
    version, whatever the order of the files; the host's `random` is not touched.

    Args:
        bank: where the questions come from.
        blueprint: what the quiz must contain.
        seed: any whole number or string.
        history: what was asked before.

    Returns:
        The quiz.

    Raises:
        InfeasibleError: if no quiz satisfies the blueprint.
        BlueprintError: if its requirements cross in too many ways to be counted or drawn.
        UnknownIdError: if the blueprint names something that is not in the bank.
        InvalidValueError: if the seed is neither a whole number nor a string.

    >>> from interview_kit.packs import load
    >>> quiz = generate(load(), Blueprint(role="hr", length=3), seed=2026)
    >>> quiz == generate(load(), Blueprint(role="hr", length=3), seed=2026)
    True
    """
    return prepare(bank, blueprint, history=history).quiz(seed)


def count(bank: Bank, blueprint: Blueprint) -> int:
    """Count the quizzes that satisfy a blueprint.

    Args:
        bank: where the questions come from.
        blueprint: what a quiz must contain.

    Returns:
        The exact number, at least 1.

    Raises:
        InfeasibleError: if there is none.
        BlueprintError: if the quotas cross in too many ways to be counted.
        UnknownIdError: if the blueprint names something that is not in the bank.

    >>> from interview_kit.packs import load
    >>> bank = load()
    >>> count(bank, Blueprint(role="sales", length=1)) == len(bank.find(role="sales"))
    True
    """
    return prepare(bank, blueprint).count


def nth(bank: Bank, blueprint: Blueprint, rank: int) -> Quiz:
    """Give the quiz of a rank, for bulk work without repetition.

    Args:
        bank: where the questions come from.
        blueprint: what a quiz must contain.
        rank: 0 to `count(bank, blueprint) - 1`; each gives another quiz.

    Returns:
        The quiz.

    Raises:
        InfeasibleError: if there is none.
        BlueprintError: if the quotas cross in too many ways to be counted.
        InvalidValueError: if the rank is out of range.
        UnknownIdError: if the blueprint names something that is not in the bank.
    """
    return prepare(bank, blueprint).nth(rank)


def verify(receipt: Receipt, bank: Bank, *, history: History | None = None) -> Verification:
    """Draw a quiz again, and name what has changed since.

    Args:
        receipt: how it was drawn.
        bank: the bank as it is now.
        history: the history it was drawn with, if it was drawn with one.

    Returns:
        Whether it is the same, and each edit of the bank that differs from then.
    """
    expect("receipt", receipt, Receipt)
    expect("bank", bank, Bank)
    changes = changes_since(receipt, bank, history_hash(history))
    try:
        prepared = prepare(bank, receipt.blueprint, history=history)
        seed = seed_of(receipt)
        again = prepared.nth(int(seed)) if receipt.seed_type == "rank" else prepared.quiz(seed)
    except (InfeasibleError, UnknownIdError, BlueprintError, InvalidValueError):
        return Verification(same=False, changes=changes)
    unchanged = is_as_drawn(receipt.questions, again.receipt.questions)
    same = unchanged and receipt.algorithm == ALGORITHM
    return Verification(same=same, changes=changes, drawn_again=again.ids)


def restore(receipt: Receipt, bank: Bank) -> Quiz:
    """Resume a stored quiz: the questions it was drawn with, by id, as they are worded now.

    Args:
        receipt: how it was drawn.
        bank: the bank as it is now.

    Returns:
        The quiz; a reworded question keeps its place.

    Raises:
        UnknownIdError: if a question has been removed.
    """
    expect("receipt", receipt, Receipt)
    expect("bank", bank, Bank)
    return put_together([bank.entry(each.id) for each in receipt.questions], receipt)
