"""The one strict converter between values and plain documents: dicts, lists, strings, numbers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache, partial
from typing import Any, Final, Literal, TypeVar, cast, get_args, get_origin

from attrs import NOTHING, Attribute, fields, resolve_types
from cattrs import Converter

from interview_kit._faults import TYPE_NAMES, Fault, Faults, discreet, wrong_type
from interview_kit._readers import (
    Hook,
    exactly,
    fault_of,
    one_of_names,
    read_id,
    read_language,
    read_number,
    read_terms,
    read_text,
)
from interview_kit._strict_json import Path, is_list, is_object, show_path
from interview_kit.errors import DocumentError, InvalidValueError, Problem, listed
from interview_kit.model import Id, Language, Terms, Text, Value
from interview_kit.model.checks import shown
from interview_kit.model.values import default_of, is_tuple, is_value_class

__all__ = ["document", "explain", "sound_fields", "structure"]

#: Rules that a member of a list breaks; all others are about the list as a whole.
RULES_ON_MEMBERS: Final = ("bad-id", "blank-text", "duplicate", "language-tag", "unsafe-character")

#: Members of a pair.
PAIR: Final = 2

V = TypeVar("V", bound=Value)
Attributes = Mapping[str, "Attribute[Any]"]


def document(value: Value) -> dict[str, Any]:
    """Write a value as a plain document.

    Args:
        value: any value of the library.

    Returns:
        Dicts, lists, strings, numbers and booleans only, ready for `json.dumps`; keys stand in the
        declared order, sets are sorted lists, and what has its default is left out.

    Raises:
        InvalidValueError: if it is no value of the library.

    >>> from interview_kit.model import Probe
    >>> document(Probe(part="result", text={"en": "What came of it?"}))
    {'part': 'result', 'text': {'en': 'What came of it?'}}
    """
    if not isinstance(value, Value):
        raise InvalidValueError("document", shown(value), "a value, such as a Question")
    return cast("dict[str, Any]", _converter().unstructure(value))


def structure(plain: object, noun: type[V]) -> V:
    """Make a value of a plain document, strictly.

    Args:
        plain: a document such as `json.loads` gives.
        noun: the class wanted.

    Returns:
        The value; `document(structure(d, Noun)) == d` for every document that `document` wrote.

    Raises:
        InvalidValueError: if no class of values was asked for.
        DocumentError: if anything is missing, unknown, of the wrong type or out of range; it
            carries all of it.

    >>> from interview_kit.model import Probe
    >>> structure({"part": "result", "text": {"en": "What came of it?"}}, Probe).part
    'result'
    """
    if not is_value_class(noun):
        raise InvalidValueError("structure", shown(noun), "a class of values, such as Question")
    try:
        return explain(plain, noun)
    except Faults as faults:
        problems = tuple(
            Problem(
                file="",
                path=show_path(each.path),
                rule=each.rule,
                message=each.message,
                hint=each.hint,
            )
            for each in faults.found
        )
    raise DocumentError(noun.__name__, problems)


def explain(plain: object, noun: type[V]) -> V:
    """Make a value of a plain document, or raise `Faults` with paths as tuples.

    Args:
        plain: a document.
        noun: the class wanted.

    Returns:
        The value.

    Raises:
        Faults: if the document does not fit; it carries everything wrong with it.
    """
    return _converter().structure(plain, noun)


def sound_fields(plain: object, noun: type[Value]) -> dict[str, Any]:
    """Give what of a document is sound by itself, whatever is wrong with the rest.

    Args:
        plain: a document.
        noun: the class it should become.

    Returns:
        The fields that are sound, with what they hold; a key that may be left out and is, counts
        as sound.
    """
    if not is_object(plain):
        return {}
    attributes = _attributes_of(noun)
    members, _ = _members(plain, attributes, _hooks(_converter(), attributes))
    broken = {fault.path[0] for fault in _field_faults(noun, attributes, members)}
    left_out = {
        name: default_of(each)
        for name, each in attributes.items()
        if name not in plain and each.default is not NOTHING
    }
    return left_out | {name: held for name, held in members.items() if name not in broken}


@cache
def _converter() -> Converter:
    converter = Converter()
    _teach_reading(converter)
    _teach_writing(converter)
    return converter


def _teach_reading(converter: Converter) -> None:
    for exact in (str, int, bool):
        converter.register_structure_hook(exact, exactly(exact))
    converter.register_structure_hook(float, read_number)
    converter.register_structure_hook(Id, read_id)
    converter.register_structure_hook(Language, read_language)
    converter.register_structure_hook(Text, read_text)
    converter.register_structure_hook(Terms, read_terms)
    converter.register_structure_hook_factory(_is_literal, one_of_names)
    converter.register_structure_hook_factory(_is_optional, partial(_optional, converter))
    converter.register_structure_hook_factory(_is_tuple, partial(_list_hook, converter))
    converter.register_structure_hook_factory(_is_pair, partial(_pair_hook, converter))
    converter.register_structure_hook_factory(_is_set, partial(_set_hook, converter))
    converter.register_structure_hook_factory(is_value_class, partial(_object_hook, converter))


def _teach_writing(converter: Converter) -> None:
    def write_tuple(members: tuple[Any, ...]) -> list[Any]:
        return [converter.unstructure(member) for member in members]

    def writer_of(kind: Any) -> Callable[[Any], dict[str, Any]]:
        attributes: tuple[Attribute[Any], ...] = fields(kind)

        def write(value: Any) -> dict[str, Any]:
            # cattrs itself would write the required keys first, and not in the declared order.
            held = ((each, getattr(value, each.name)) for each in attributes)
            return {
                each.name: converter.unstructure(member)
                for each, member in held
                if member != default_of(each)
            }

        return write

    converter.register_unstructure_hook(tuple, write_tuple)
    converter.register_unstructure_hook(frozenset, sorted)
    converter.register_unstructure_hook_factory(is_value_class, writer_of)
    converter.register_unstructure_hook(Text, lambda text: dict(text.entries))
    converter.register_unstructure_hook(
        Terms, lambda terms: {language: list(words) for language, words in terms.entries}
    )


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _is_optional(kind: Any) -> bool:
    inner = [each for each in get_args(kind) if each is not type(None)]
    return type(None) in get_args(kind) and len(inner) == 1


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis


def _is_pair(kind: Any) -> bool:
    return get_origin(kind) is tuple and len(get_args(kind)) == PAIR and not _is_tuple(kind)


def _is_set(kind: Any) -> bool:
    return get_origin(kind) is frozenset


def _optional(converter: Converter, kind: Any) -> Hook:
    inner = next(each for each in get_args(kind) if each is not type(None))
    hook = converter.get_structure_hook(inner)

    def structure_optional(plain: Any, _: Any) -> Any:
        if plain is None:
            raise wrong_type(plain, "a value", "Leave the key out.")
        return hook(plain, inner)

    return structure_optional


def _list_hook(converter: Converter, kind: Any) -> Hook:
    inner = get_args(kind)[0]
    hook = converter.get_structure_hook(inner)

    def structure_list(plain: Any, _: Any) -> tuple[Any, ...]:
        if not is_list(plain):
            raise wrong_type(plain, TYPE_NAMES[list])
        structured, faults = list[Any](), list[Fault]()
        for index, each in enumerate(plain):
            try:
                structured.append(hook(each, inner))
            except Faults as found:
                faults += [fault.under(index) for fault in found.found]
        if faults:
            raise Faults(*faults)
        return tuple(structured)

    return structure_list


def _pair_hook(converter: Converter, kind: Any) -> Hook:
    hooks = [(converter.get_structure_hook(each), each) for each in get_args(kind)]

    def structure_pair(plain: Any, _: Any) -> tuple[Any, ...]:
        if not is_list(plain) or len(plain) != PAIR:
            raise wrong_type(plain, "a list of two")
        return tuple(hook(each, inner) for each, (hook, inner) in zip(plain, hooks, strict=True))

    return structure_pair


def _set_hook(converter: Converter, kind: Any) -> Hook:
    inner = get_args(kind)[0]
    read_list = _list_hook(converter, cast("Any", tuple)[inner, ...])

    def structure_set(plain: Any, _: Any) -> frozenset[Any]:
        members: tuple[Any, ...] = read_list(plain, kind)
        twice = [place for place, each in enumerate(members) if each in members[:place]]
        if twice:
            found = ((n, f"found {shown(members[n])} twice, allowed is each once") for n in twice)
            raise Faults(*(Fault((place,), "duplicate", message) for place, message in found))
        return frozenset(members)

    return structure_set


def _object_hook(converter: Converter, kind: Any) -> Hook:
    attributes = _attributes_of(kind)
    hooks = _hooks(converter, attributes)

    def structure_object(plain: Any, _: Any) -> Any:
        if not is_object(plain):
            raise wrong_type(plain, TYPE_NAMES[dict])
        members, faults = _members(plain, attributes, hooks)
        error = None
        if not faults:
            try:
                return kind(**members)
            except InvalidValueError as refused:
                error = refused
        faults += _field_faults(kind, attributes, members)
        if error and not faults:
            field = error.where.removeprefix(f"{kind.__name__}.")
            faults.append(fault_of((field,) if field in attributes else (), error))
        raise Faults(*faults)

    return structure_object


def _attributes_of(kind: type[Any]) -> Attributes:
    return {each.name: each for each in fields(resolve_types(kind))}


def _hooks(converter: Converter, attributes: Attributes) -> Mapping[str, Hook]:
    return {name: converter.get_structure_hook(each.type) for name, each in attributes.items()}


def _members(
    plain: dict[str, Any], attributes: Attributes, hooks: Mapping[str, Hook]
) -> tuple[dict[str, Any], list[Fault]]:
    members: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, attribute in attributes.items():
        if name in plain:
            try:
                members[name] = hooks[name](plain[name], attribute.type)
            except Faults as found:
                kept = found.found if attribute.repr else map(discreet, found.found)
                faults += [fault.under(name) for fault in kept]
        elif attribute.default is NOTHING:
            message = f"the key {name!r} is missing"
            faults.append(Fault((), "missing-key", message, "Add it."))
    unknown = [key for key in plain if key not in attributes]
    return members, faults + [_unknown_key(key, attributes) for key in unknown]


def _unknown_key(key: str, known: Iterable[str]) -> Fault:
    nearest = get_close_matches(key, known, 1) if isinstance(key, str) else ()
    hint = f"Did you mean {nearest[0]!r}?" if nearest else "Remove it."
    message = f"the key {shown(key)} is unknown; allowed are {listed(tuple(known))}"
    return Fault((key,), "unknown-key", message, hint)


def _field_faults(kind: type, attributes: Attributes, members: Mapping[str, Any]) -> list[Fault]:
    # attrs stops at the first field that fails; asking each field by itself finds them all.
    faults = list[Fault]()
    for name, held in members.items():
        refusal = partial(_refusal, kind, attributes[name])
        error = refusal(held)
        if error:
            members_refused = [*_culprits(refusal, held)] or [((), error)]
            faults += [fault_of((name, *path), refused) for path, refused in members_refused]
    return faults


def _refusal(kind: type, attribute: "Attribute[Any]", held: Any) -> InvalidValueError | None:
    convert = cast("Callable[[Any], Any] | None", cast("Any", attribute).converter)
    try:
        value = convert(held) if convert else held
        if attribute.validator:
            attribute.validator(kind, attribute, value)
    except InvalidValueError as error:
        return error
    return None


def _culprits(
    refusal: Callable[[Any], InvalidValueError | None], held: Any
) -> Iterator[tuple[Path, InvalidValueError]]:
    """Find the members for which a list is refused: those that are unsound, or there already."""
    kept: tuple[Any, ...] = ()
    for index, member in enumerate(held if is_tuple(held) else ()):
        error = refusal((*kept, member))
        if error and error.rule in RULES_ON_MEMBERS:
            yield (index,), error
        else:
            kept = (*kept, member)
