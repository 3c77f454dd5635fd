"""What training has learned of a language: a chain for the parts, others for the answer as a whole."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.language._chain import Chain, chain_of
from interview_kit.language._tables import is_table
from interview_kit.model.checks import instance_of, shown

__all__ = ["Weights", "weights_of"]


def _to_order(order: Any) -> Mapping[str, int]:
    if not is_table(order) or any(type(each) is not int for each in order.values()):
        raise InvalidValueError("Weights.order", shown(order), "pairs of classes and whole numbers")
    return MappingProxyType(dict(order))


@final
@frozen(kw_only=True)
class Weights:
    """What training has learned of a language.

    Attributes:
        parts: labels clauses with the parts of an answer.
        responses: labels an answer as a whole with its kind.
        qualities: labels an answer as a whole by how good its wording is for what was asked, as far as
            wording tells.
        order: pairs of classes (`<own><act>`) and by how much likelier than chance they follow one
            another in samples, as a natural logarithm in thousandths.
    """

    parts: Chain = field(validator=instance_of(Chain))
    responses: Chain = field(validator=instance_of(Chain))
    qualities: Chain = field(validator=instance_of(Chain))
    order: Mapping[str, int] = field(repr=False, converter=_to_order, hash=False)

    def document(self) -> dict[str, Any]:
        """Write the weights as a plain document, of which `weights_of` makes them again."""
        return {
            "parts": self.parts.document(),
            "responses": self.responses.document(),
            "qualities": self.qualities.document(),
            "order": dict(sorted(self.order.items())),
        }

    def __reduce__(self) -> tuple[Any, ...]:
        # A read-only view of a mapping cannot be pickled itself.
        return weights_of, (self.document(),)


def weights_of(plain: Mapping[str, Any]) -> Weights:
    """Make weights of the document that they were written as.

    Args:
        plain: the document.

    Returns:
        The weights.

    Raises:
        InvalidValueError: if it is no such document.
    """
    try:
        return Weights(
            parts=chain_of(plain["parts"]),
            responses=chain_of(plain["responses"]),
            qualities=chain_of(plain["qualities"]),
            order=plain["order"],
        )
    except (KeyError, TypeError) as error:
        allowed = "a document that Weights.document wrote"
        raise InvalidValueError("weights", shown(plain), allowed) from error
