"""What leaves the library: reports for interviewers and candidates, as HTML, Markdown and JSON."""

from interview_kit.export._blocks import (
    BLOCK_KINDS,
    REPORT_KINDS,
    Bar,
    Block,
    BlockKind,
    Report,
    ReportKind,
    Section,
)
from interview_kit.export._decision import decision_record
from interview_kit.export._feedback import candidate_feedback
from interview_kit.export._html import CONTENT_SECURITY_POLICY, to_html
from interview_kit.export._json import to_json
from interview_kit.export._kit import interviewer_kit
from interview_kit.export._markdown import to_markdown
from interview_kit.export._panel import panel_sheet
from interview_kit.export._structure import StructureCheck, StructureState, structure_checks

__all__ = [
    "BLOCK_KINDS",
    "CONTENT_SECURITY_POLICY",
    "REPORT_KINDS",
    "Bar",
    "Block",
    "BlockKind",
    "Report",
    "ReportKind",
    "Section",
    "StructureCheck",
    "StructureState",
    "candidate_feedback",
    "decision_record",
    "interviewer_kit",
    "panel_sheet",
    "structure_checks",
    "to_html",
    "to_json",
    "to_markdown",
]
