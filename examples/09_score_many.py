"""Score many answers: in one thread, on all cores, or on a cluster, with equal results."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from importlib.util import find_spec

import interview_kit as ik
from interview_kit.assess import score_request
from interview_kit.scoring import rule_scorer, score_all

PARTS = (
    "Waktu itu target tim kami turun 20% karena dua klien besar pindah.",
    "Saya diminta mencari pengganti dalam satu kuartal.",
    "Saya menghubungi 40 pelanggan lama, lalu saya susun penawaran untuk tiap segmen.",
    "Kontraknya kami tutup di Rp 1,2 miliar, naik 35 persen dari sebelumnya.",
    "Sejak itu saya selalu mulai dari pelanggan lama.",
)


def requests(bank: ik.Bank) -> Iterator[ik.ScoreRequest]:
    """Make 48 requests, one when it is asked for: they could as well come from a large file."""
    for number in range(48):
        answer = " ".join(part for place, part in enumerate(PARTS) if number >> place & 1)
        yield score_request(bank, "S04", answer, language="id")


def on_a_cluster(bank: ik.Bank) -> list[ik.ScoreReport | ik.Unscored]:
    """Score with dask: the address of a scheduler in place of the arguments, and it is a cluster."""
    dask = import_module("distributed")  # `import distributed`, where type checkers know it
    with dask.Client(processes=False, n_workers=1, dashboard_address=None) as client:
        pool = client.get_executor(pure=False)
        return list(score_all(requests(bank), rule_scorer, executor=pool, chunk=8))


def main() -> None:
    """Score in one thread, then elsewhere."""
    bank = ik.load()
    told: list[int] = []
    results = list(score_all(requests(bank), rule_scorer, chunk=20, progress=told.append))
    print("answers done:", *told)

    scores = [each.overall for each in results if isinstance(each, ik.ScoreReport)]
    known = [score for score in scores if score is not None]
    print(f"{len(known)} scored, from {min(known):.1f} to {max(known):.1f}")
    # An answer that cannot be judged, or on which a scorer fails, has a reason and stops nothing.
    print(Counter(each.reason for each in results if isinstance(each, ik.Unscored)))

    with ProcessPoolExecutor(2) as pool:
        assert list(score_all(requests(bank), rule_scorer, executor=pool, chunk=8)) == results
    if find_spec("distributed"):
        assert on_a_cluster(bank) == results
    print("the same on every executor")


if __name__ == "__main__":  # processes import this file; only the first of them runs it
    main()
