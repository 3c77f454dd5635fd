"""What statistics say to people, in Indonesian and English."""

from collections.abc import Mapping
from typing import Final

from interview_kit.errors import UnknownIdError
from interview_kit.model.text import Text

__all__ = ["IMPACT_NOTICE", "WORDS", "filled", "words_of"]

#: Stands with every figure of adverse impact.
IMPACT_NOTICE: Final = Text.of(
    id="Angka ini alat penyaringan awal untuk melihat apakah suatu tahap seleksi perlu ditelaah, bukan "
    "kesimpulan hukum. Selisih yang besar belum tentu berarti diskriminasi, dan selisih yang kecil belum "
    "tentu berarti adil. Telaah penyebabnya bersama orang yang memahami proses seleksi dan hukum yang berlaku.",
    en="This figure is a screening indicator that shows whether a step of selection deserves a closer look; "
    "it is not a legal conclusion. A large difference does not prove discrimination, and a small one does "
    "not prove fairness. Look into the causes with people who know the process and the law that applies.",
)

#: Words for each code of this topic. Those of rules have places for their limits.
WORDS: Final[Mapping[str, Text]] = {
    # Bands
    "poor": Text.of(id="buruk", en="poor"),
    "slight": Text.of(id="sangat rendah", en="slight"),
    "fair": Text.of(id="cukup", en="fair"),
    "moderate": Text.of(id="sedang", en="moderate"),
    "substantial": Text.of(id="kuat", en="substantial"),
    "almost_perfect": Text.of(id="hampir sempurna", en="almost perfect"),
    "unreliable": Text.of(id="belum bisa diandalkan", en="not reliable"),
    "tentative": Text.of(
        id="hanya untuk kesimpulan sementara", en="for tentative conclusions only"
    ),
    "reliable": Text.of(id="bisa diandalkan", en="reliable"),
    "good": Text.of(id="baik", en="good"),
    "excellent": Text.of(id="sangat baik", en="excellent"),
    "low": Text.of(id="rendah", en="low"),
    "acceptable": Text.of(id="memadai untuk latihan di kelas", en="acceptable in class"),
    "usual": Text.of(id="memenuhi standar umum", en="meets the usual standard"),
    "high": Text.of(
        id="cukup tinggi untuk keputusan tentang perorangan",
        en="high enough for decisions about single people",
    ),
    # Refusals
    "too_few_subjects": Text.of(
        id="Datanya terlalu sedikit untuk dihitung.", en="There are too few cases to compute this."
    ),
    "too_few_raters": Text.of(
        id="Perlu penilaian dari sedikitnya dua penilai.",
        en="It takes ratings by at least two raters.",
    ),
    "not_two_raters": Text.of(
        id="Ukuran ini khusus untuk dua penilai; untuk lebih banyak penilai, pakai alfa Krippendorff.",
        en="This measure is for just two raters; for more, use Krippendorff's alpha.",
    ),
    "too_few_items": Text.of(
        id="Soalnya terlalu sedikit untuk dihitung.", en="There are too few items to compute this."
    ),
    "too_few_judges": Text.of(
        id="Panelis terlalu sedikit untuk menetapkan batas lulus.",
        en="There are too few judges to set a cut score.",
    ),
    "too_few_groups": Text.of(
        id="Perlu sedikitnya dua kelompok yang cukup besar untuk dibandingkan.",
        en="It takes at least two groups that are large enough to compare.",
    ),
    "nobody_selected": Text.of(
        id="Tidak seorang pun lolos, jadi rasionya tidak bisa dihitung.",
        en="Nobody was selected, so there is no ratio.",
    ),
    "incomplete": Text.of(
        id="Setiap penilai harus menilai semua kasus; di tabel ini ada yang kosong.",
        en="Every rater must rate every case; this table has gaps.",
    ),
    "no_variance": Text.of(
        id="Nilainya sama semua, jadi kesepakatan tidak bisa dibedakan dari kebiasaan.",
        en="All values are the same, so there is nothing to tell apart.",
    ),
    "undefined": Text.of(
        id="Rumusnya tidak memberi hasil yang bermakna untuk data ini.",
        en="The formula gives nothing meaningful for these data.",
    ),
    # Cautions
    "few_subjects": Text.of(
        id="Datanya kurang dari 30 kasus; perhatikan lebar rentangnya.",
        en="There are fewer than 30 cases; mind how wide the interval is.",
    ),
    "few_raters": Text.of(
        id="Penilainya kurang dari tiga; hasilnya bisa lain dengan penilai lain.",
        en="There are fewer than three raters; others might well agree otherwise.",
    ),
    "few_judges": Text.of(
        id="Panelisnya kurang dari sepuluh; batas lulus ini masih goyah.",
        en="There are fewer than ten judges; this cut score is not firm.",
    ),
    "few_learners": Text.of(
        id="Pesertanya kurang dari 100; angka per soal masih bisa berubah banyak.",
        en="There are fewer than 100 learners; figures of single items may still change much.",
    ),
    "very_few_learners": Text.of(
        id="Pesertanya kurang dari 30; anggap angka ini petunjuk awal saja.",
        en="There are fewer than 30 learners; take these figures as first hints only.",
    ),
    "some_missing": Text.of(
        id="Sebagian penilaian kosong dan tidak ikut dihitung.",
        en="Some ratings are missing and were left out.",
    ),
    "one_value_dominates": Text.of(
        id="Satu nilai muncul pada 80% penilaian atau lebih; ukuran ini bisa rendah meskipun penilai sering "
        "sepakat.",
        en="One value makes up 80 % of the ratings or more; the measure can be low however often raters "
        "agree.",
    ),
    "small_group": Text.of(
        id="Kelompok ini kurang dari 2% dari seluruh pelamar.",
        en="This group is less than 2 % of all.",
    ),
    "too_easy": Text.of(
        id="Lebih dari 90% menjawab benar; soal ini terlalu mudah untuk membedakan peserta.",
        en="More than 90 % are right; the item is too easy to tell learners apart.",
    ),
    "too_hard": Text.of(
        id="Kurang dari 30% menjawab benar; periksa kunci dan rumusan soalnya.",
        en="Fewer than 30 % are right; check the key and the wording.",
    ),
    "weak_item": Text.of(
        id="Soal ini kurang membedakan peserta yang paham dari yang belum; tinjau kembali.",
        en="The item hardly tells learners who know from those who do not; review it.",
    ),
    "misleading_item": Text.of(
        id="Soal ini tidak membedakan, atau justru menjebak peserta yang paham; perbaiki atau keluarkan.",
        en="The item does not tell learners apart, or misleads those who know; mend it or drop it.",
    ),
    "unused_option": Text.of(
        id="Ada pengecoh yang dipilih kurang dari 5% peserta.",
        en="A distractor is chosen by fewer than 5 % of learners.",
    ),
    # Rules for raters
    "leniency": Text.of(
        id="Terlalu murah nilai: rata-rata sedikitnya {difference} poin di atas penilai lain, pada sedikitnya "
        "{subjects} kasus yang sama.",
        en="Leniency: on average at least {difference} scale points above the other raters, on at least "
        "{subjects} shared subjects.",
    ),
    "severity": Text.of(
        id="Terlalu ketat: rata-rata sedikitnya {difference} poin di bawah penilai lain, pada sedikitnya "
        "{subjects} kasus yang sama.",
        en="Severity: on average at least {difference} scale points below the other raters, on at least "
        "{subjects} shared subjects.",
    ),
    "central_tendency": Text.of(
        id="Cenderung ke tengah: sedikitnya {middle} dari penilaiannya ada di tengah skala (1 = semua), dan "
        "sebarannya kurang dari {middle_spread} kali sebaran penilai lain.",
        en="Central tendency: at least {middle} of the ratings lie in the middle of the scale (1 = all), and "
        "they spread less than {middle_spread} times as far as those of the others.",
    ),
    "range_restriction": Text.of(
        id="Rentang nilai sempit: sebarannya kurang dari {spread} kali sebaran penilai lain.",
        en="Range restriction: the ratings spread less than {spread} times as far as those of the others.",
    ),
    "halo": Text.of(
        id="Efek halo: pada sedikitnya {even} dari para kandidat (1 = semua) nilai antarkriteria hampir sama "
        "(simpangan baku di bawah {even_spread} poin), atau korelasi antarkriteria rata-rata di atas "
        "{correlation}.",
        en="Halo: for at least {even} of the candidates (1 = all) the criteria get almost the same (standard "
        "deviation under {even_spread} points), or criteria correlate above {correlation} on average.",
    ),
}


def words_of(code: str) -> Text:
    """Give the words for a band, a refusal, a caution or a rule.

    Args:
        code: the code, such as `few_subjects`.

    Returns:
        The words in Indonesian and English; those of a rule have places in braces for its limits.

    Raises:
        UnknownIdError: if it is no code of this topic.

    >>> words_of("almost_perfect").in_("id")
    'hampir sempurna'
    """
    if code not in WORDS:
        raise UnknownIdError("code of statistics", code, (), len(WORDS))
    return WORDS[code]


def filled(rule: str, limits: Mapping[str, float]) -> Text:
    """Give the words of a rule with its limits, decimals as each language writes them."""
    plain = {name: f"{value:g}" for name, value in limits.items()}
    comma = {name: value.replace(".", ",") for name, value in plain.items()}
    words = WORDS[rule]
    return Text.of(id=words.in_("id").format(**comma), en=words.in_("en").format(**plain))
