"""A line for each rule of the built-in scorer, in both languages, and what it should give."""

from interview_kit import Competency, Text
from interview_kit.model import KeyPoint, Kind, Terms
from quiz_banks import question

#: The first line of every example, in which no rule but the one for clarity finds anything.
PLAIN = {
    "id": "Cuaca hari ini cerah dan jalanan sepi.",
    "en": "The weather is mild and the streets are quiet.",
}


ASKED = question(
    "Q1",
    text=Text.of(id="Ceritakan cara Anda menutup penjualan.", en="Tell me how you close sales."),
    key_points=[
        KeyPoint(
            id="stock",
            text=Text.of(id="Memeriksa stok", en="Checks stock"),
            terms=Terms(entries={"id": ["cek stok"], "en": ["check the stock"]}),
        ),
        KeyPoint(
            id="price",
            text=Text.of(id="Menyepakati harga", en="Agrees on a price"),
            terms=Terms(entries={"id": ["sepakat harga"], "en": ["agree on a price"]}),
        ),
    ],
)


HAGGLING = Competency(
    id="haggling",
    name=Text.of(id="Tawar-menawar", en="Haggling"),
    definition=Text.of(id="Berunding dengan tenang.", en="Bargains with a calm voice."),
)


#: For each rule a second line that shows what it looks for in Indonesian and in English, the
#: level that this one line gives, and the reason code.
EXAMPLES: dict[tuple[Kind, str], tuple[str, str, int, str]] = {
    ("past", "relevance"): (
        "Angka penjualannya bagus.",
        "The sale was good.",
        2,
        "relevance_found",
    ),
    ("past", "action_specificity"): (
        "Saya menghubungi bagian gudang.",
        "I phoned the warehouse.",
        1,
        "own_step_found",
    ),
    ("past", "completeness"): (
        "Waktu itu gudang penuh.",
        "At the time everything was full.",
        1,
        "parts_counted",
    ),
    ("past", "result"): (
        "Hasilnya semua senang.",
        "As a result all were happy.",
        2,
        "result_found",
    ),
    ("past", "quantification"): (
        "Ada 25 orang di sana.",
        "There were 25 people there.",
        3,
        "measure_found",
    ),
    ("past", "contribution"): (
        "Saya menyusun jadwal.",
        "I drafted the roster.",
        4,
        "own_part_clear",
    ),
    ("past", "reflection"): (
        "Lain kali saya datang lebih awal.",
        "Next time I would come early.",
        3,
        "learning_found",
    ),
    ("situational", "clarification"): (
        "Saya tanyakan dulu maksudnya.",
        "I would ask what is meant.",
        3,
        "clarification_found",
    ),
    ("situational", "analysis"): (
        "Yang dicari akar masalah.",
        "What matters is the root cause.",
        2,
        "analysis_found",
    ),
    ("situational", "action_plan"): (
        "Mula-mula cek stok.",
        "To begin, check the stock.",
        2,
        "key_points_made",
    ),
    ("situational", "stakeholders"): (
        "Pelanggan ikut duduk.",
        "The customer sat there.",
        2,
        "stakeholders_found",
    ),
    ("situational", "risk"): ("Ada bahaya di sana.", "There was a hazard.", 2, "risk_found"),
    ("situational", "expected_result"): (
        "Semua selesai tepat waktu.",
        "All would be there on time.",
        3,
        "expected_result_found",
    ),
    ("technical", "key_points"): (
        "Lalu sepakat harga.",
        "Then agree on a price.",
        2,
        "key_points_made",
    ),
    ("technical", "process_order"): (
        "Setelah itu pulang.",
        "After that go home.",
        2,
        "order_found",
    ),
    ("technical", "terms"): (
        "Penjualan naik turun.",
        "Sales go up and down.",
        2,
        "relevance_found",
    ),
    ("technical", "example"): (
        "Misalnya di Bandung.",
        "For example in Bandung.",
        3,
        "example_found",
    ),
    ("technical", "measure"): ("Patokannya KPI.", "The yardstick is a KPI.", 3, "measure_found"),
    ("motivation", "specificity"): (
        "Budaya kerjanya menarik.",
        "Your culture appeals.",
        2,
        "company_found",
    ),
    ("motivation", "role_match"): (
        "Itu cocok sekali.",
        "That matches well.",
        2,
        "role_match_found",
    ),
    ("motivation", "forward_view"): (
        "Rencana itu ada.",
        "In the future it may be.",
        3,
        "forward_found",
    ),
    ("motivation", "own_reason"): (
        "Bagi saya itu berarti.",
        "For me it means a lot.",
        3,
        "own_reason_found",
    ),
    ("background", "relevance"): (
        "Penjualan itu dunia saya.",
        "Sales are my world.",
        2,
        "relevance_found",
    ),
    ("background", "scope"): (
        "Berunding pun biasa.",
        "Bargains are daily bread.",
        2,
        "relevance_found",
    ),
    ("background", "recency"): ("Saat ini masih.", "Currently still.", 3, "recency_found"),
    ("background", "result"): ("Omzet naik.", "Turnover rose.", 2, "result_found"),
}


#: What a rule says where it finds nothing.
NOTHING = {
    "own_step_found": "no_own_step",
    "parts_counted": "parts_counted",
    "own_part_clear": "no_team_part",
    "key_points_made": "no_key_point",
    "measure_found": "no_scale",
}
