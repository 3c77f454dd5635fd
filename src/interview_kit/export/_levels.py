"""Levels of criteria in reports: forms to tick, and bars of what was rated."""

from typing import Final

from interview_kit.export._blocks import Bar, Block
from interview_kit.export._words import Speaker
from interview_kit.model import Criterion, Scale

__all__ = ["criterion_table", "level_bar"]

#: What is ticked by hand.
BOX: Final = "☐"


def criterion_table(criterion: Criterion, scale: Scale, speaker: Speaker) -> Block:
    """Lay out a criterion to be rated by ticking a level.

    Args:
        criterion: the criterion.
        scale: the scale of its levels.
        speaker: who says the words.

    Returns:
        A table with a row for each anchored level, then one row with the levels between them, and
        one for a criterion that was not assessed.
    """
    anchored = {each.value: speaker.tell(each.anchor) for each in criterion.levels}
    others = [each for each in range(scale.lowest, scale.highest + 1) if each not in anchored]
    rows = [(_box(level), anchor) for level, anchor in anchored.items()]
    if others:
        rows.append((" ".join(map(_box, others)), speaker.say("between")))
    caption = speaker.say(
        "criterion",
        name=speaker.tell(criterion.name),
        weight=criterion.weight,
        definition=speaker.tell(criterion.definition),
    )
    return Block(
        kind="table",
        text=caption,
        header=[speaker.say("level"), speaker.say("anchor")],
        rows=[*rows, (_box("-"), speaker.say("not_assessed"))],
    )


def _box(level: object) -> str:
    # The space keeps a box and its level on one line.
    return f"{BOX}\N{NO-BREAK SPACE}{level}"


def level_bar(label: str, level: int | None, scale: Scale, speaker: Speaker) -> Bar:
    """Draw a level.

    Args:
        label: what was rated.
        level: the level; none if it was not assessed.
        scale: its scale.
        speaker: who says the words.

    Returns:
        The bar: empty at the lowest level of the scale, full at the highest.
    """
    if level is None:
        return Bar(label=label, said=speaker.say("not_rated"))
    bounds = {"level": level, "lowest": scale.lowest, "highest": scale.highest}
    said = speaker.say("level_within" if scale.lowest else "level_of", **bounds)
    share = (level - scale.lowest) / (scale.highest - scale.lowest)
    return Bar(label=label, said=said, share=share)
