"""Score an answer: every point with the words of the answer that support it."""

import interview_kit as ik

bank = ik.load()
answer = """\
Waktu itu target tim kami turun 20% karena dua klien besar pindah. Saya diminta mencari
pengganti dalam satu kuartal. Saya menghubungi 40 pelanggan lama, lalu saya susun penawaran
kontrak setahun untuk tiap segmen. Dari situ saya bernegosiasi langsung dengan direktur
pembelian salah satu pabrik. Kontraknya kami tutup di Rp 1,2 miliar, naik 35 persen dari
transaksi terbesar sebelumnya. Sejak itu saya selalu mulai dari pelanggan lama."""

report = ik.score(bank, "S04", answer, language="id")
assert isinstance(report, ik.ScoreReport)
print(f"{report.overall:.1f} ({report.band}), rated {report.coverage:.0%} of the rubric")
for rating in report.ratings:
    print(rating.level, rating.criterion, rating.reason)
    for evidence in rating.evidence[:1]:
        assert answer[evidence.start : evidence.end] == evidence.quote
        print("   ", " ".join(evidence.quote.split()))
    if rating.next_step:
        print("   >", rating.next_step)

# What cannot be judged is never a zero: it is a reason.
print(ik.score(bank, "S04", "Saya lupa.", language="id"))
