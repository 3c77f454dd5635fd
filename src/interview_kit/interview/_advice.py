"""What a recommendation says, in both languages."""

from collections.abc import Mapping
from typing import Final

from interview_kit.interview._rule import Outcome
from interview_kit.model import Text

__all__ = ["ADVISORY", "CAUTIONS", "OUTCOME_NAMES", "REASONS"]

#: What the outcomes are called.
OUTCOME_NAMES: Final[Mapping[Outcome, Text]] = {
    "definitely_no": Text.of(id="sangat tidak disarankan", en="definitely no"),
    "no": Text.of(id="tidak disarankan", en="no"),
    "yes": Text.of(id="disarankan", en="yes"),
    "strong_yes": Text.of(id="sangat disarankan", en="strong yes"),
    "not_enough_evidence": Text.of(id="bukti belum cukup", en="not enough evidence"),
}

#: Said with every recommendation.
ADVISORY: Final = Text.of(
    id=(
        "Ini masukan dari aturan yang ditetapkan sebelum penilaian, bukan keputusan. Keputusan tetap "
        "diambil oleh orang yang berwenang, dengan menimbang hal-hal yang tidak tercakup dalam "
        "aturan ini, dan dialah yang mempertanggungjawabkannya."
    ),
    en=(
        "This is advice from a rule that was declared before the assessment; it is not a decision. "
        "A person with the authority to do so decides, weighs what the rule does not cover, and "
        "answers for the decision."
    ),
)

#: Why the outcome is what it is, by the id of the part of the rule that decided.
REASONS: Final[Mapping[str, Text]] = {
    "must_have_not_assessed": Text.of(
        id="Ada kompetensi wajib yang belum dinilai, jadi bukti belum cukup untuk memberi saran.",
        en="A must-have competency has not been assessed, so there is too little evidence to advise.",
    ),
    "coverage_too_low": Text.of(
        id=(
            "Bobot kompetensi yang sudah dinilai masih di bawah cakupan minimum, jadi bukti belum "
            "cukup untuk memberi saran."
        ),
        en=(
            "What has been assessed carries less weight than the minimum coverage asks for, so there "
            "is too little evidence to advise."
        ),
    ),
    "must_have_not_met": Text.of(
        id=(
            "Rata-rata tertimbangnya sudah mencapai batas “disarankan”, tetapi ada kompetensi wajib "
            "yang levelnya di bawah minimum. Karena itu hasilnya “tidak disarankan”."
        ),
        en=(
            "The weighted mean reaches the boundary of “yes”, but a must-have competency is below its "
            "minimum level. The advice is therefore “no”."
        ),
    ),
    "mean_definitely_no": Text.of(
        id="Rata-rata tertimbangnya di bawah batas “tidak disarankan”.",
        en="The weighted mean is below the boundary of “no”.",
    ),
    "mean_no": Text.of(
        id="Rata-rata tertimbangnya belum mencapai batas “disarankan”.",
        en="The weighted mean does not reach the boundary of “yes”.",
    ),
    "mean_yes": Text.of(
        id=(
            "Rata-rata tertimbangnya mencapai batas “disarankan”, dan tidak ada kompetensi wajib "
            "yang kurang."
        ),
        en="The weighted mean reaches the boundary of “yes”, and no must-have is below its minimum.",
    ),
    "mean_strong_yes": Text.of(
        id=(
            "Rata-rata tertimbangnya mencapai batas “sangat disarankan”, dan tidak ada kompetensi "
            "wajib yang kurang."
        ),
        en=(
            "The weighted mean reaches the boundary of “strong yes”, and no must-have is below its "
            "minimum."
        ),
    ),
}

#: What weakens a recommendation.
CAUTIONS: Final[Mapping[str, Text]] = {
    "boundaries_not_validated": Text.of(
        id=(
            "Batas antarhasil dalam aturan ini baru kesepakatan dan belum divalidasi, karena tidak "
            "didasarkan pada penetapan standar (standard setting)."
        ),
        en=(
            "The boundaries between the outcomes are a convention and not validated: they rest on no "
            "standard setting."
        ),
    ),
    "single_rating": Text.of(
        id="Ada level yang hanya berasal dari satu penilaian. Penilai kedua akan memperkuatnya.",
        en="Some level comes from a single rating. A second rater would make it firmer.",
    ),
}
