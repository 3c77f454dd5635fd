"""Packs: content as data, read strictly, linked, and united into a bank."""

from interview_kit._resources import PackSource, bundled_names
from interview_kit.packs._canonical import canonical_files, dump
from interview_kit.packs._load import check, load
from interview_kit.packs._migrate import FORMAT
from interview_kit.packs._schema import SCHEMA_FILES, json_schema

__all__ = [
    "FORMAT",
    "SCHEMA_FILES",
    "PackSource",
    "bundled_names",
    "canonical_files",
    "check",
    "dump",
    "json_schema",
    "load",
]
