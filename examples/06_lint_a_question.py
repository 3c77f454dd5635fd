"""Look whether a question may be asked, why not, and what to ask instead."""

from interview_kit.lint import lint_question

QUESTIONS = {
    "id": [
        "Rencana menikah kapan, Mbak?",
        "Hari Minggu biasanya ke gereja mana?",
        "Bagaimana Anda menangani karyawan yang mengambil cuti melahirkan?",
        "Apakah Anda bersedia bekerja shift malam?",
    ],
    "en": [
        "Who looks after your children while you are at work?",
        "You would agree that the customer is always right, wouldn't you?",
        "How do you separate defective parts from good ones?",
    ],
}

for language, questions in QUESTIONS.items():
    for question in questions:
        found = lint_question(question, language)
        print(f"{found.verdict:<11}{question}")
        if found.alternative:
            print(f"           {found.topic}: {found.alternative.in_(language)}")
