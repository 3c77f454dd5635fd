"""A panel of three: blind until all have submitted, combined by arithmetic, decided by a person."""

import interview_kit as ik
import interview_kit.interview as iv
from interview_kit.model import Competency, Scale

AT = "2026-11-26T10:00+07:00"  # the host passes the time: the library has no clock
RATERS = ["ani", "budi", "citra"]
JUDGED = ["prospecting", "negotiation_closing", "collaboration"]
# What each rater gives on these; a dash is "not assessed", which is no zero.
LEVELS = {"c1": "423 454 33-", "c2": "322 332 222", "c3": "545 544 554", "c4": "234 334 233"}
HEARD = {"ani": "Diskonnya saya turuti saja.", "budi": "Saya minta kontrak setahun gantinya."}
# Declared before anybody is assessed.
RULE = iv.DecisionRule(
    id="sales_2026",
    lowest=1,
    highest=5,
    competencies=[iv.RuleCompetency(competency=each, at_least=2) for each in JUDGED],
    boundaries=iv.Boundaries(no=2, yes=3, strong_yes=4),
)
bank = ik.load()


def panel_on(candidate: str) -> iv.Panel:
    """Let three raters judge one candidate, each on a card of their own."""
    asked = [bank.get(Competency, each) for each in JUDGED]
    opm = bank.get(Scale, "opm5")
    panel = iv.convene_on_competencies(asked, opm, id=candidate, candidate=candidate, raters=RATERS)
    for rater, levels in zip(RATERS, LEVELS[candidate].split(), strict=True):
        for name, level in zip(JUDGED, levels, strict=True):
            said = [HEARD[rater]] if rater in HEARD and name == "negotiation_closing" else []
            given = None if level == "-" else int(level)
            panel = panel.rated(rater, name, given, at=AT, quotes=said)
        assert panel.seen_by(rater).others == ()  # not before all have submitted
        panel = panel.submitted(rater, at=AT)
    return panel


panels = [panel_on(each) for each in LEVELS]
evidence: list[iv.CompetencyLevel] = []
for each in iv.combine(panels[0]).levels:
    print(f"{each.criterion}: {each.level} by {each.ratings}, {each.lowest} to {each.highest}")
    level, ratings = each.level, each.ratings
    evidence.append(iv.CompetencyLevel(competency=each.criterion, level=level, ratings=ratings))
for gap in iv.disagreements(panels[0]):
    for rater, mark in ((gap.low_rater, gap.low), (gap.high_rater, gap.high)):
        print(f"{gap.criterion} needs a talk: {rater} gave {mark.level}:", *mark.quotes)
for some in (panels[:1], panels):
    for measure in iv.panel_agreement(some, seed=1):
        print(len(some), "panels,", measure.name, measure.refusal or f"{measure.value:.2f}")
advice = iv.recommend(RULE, evidence)
print("the rule advises:", advice.outcome, [each.id for each in (advice.fired, *advice.cautions)])

# A person decides, by name and with a reason; nothing does so by itself.
plan = iv.plan_session(bank, ["S04"], language="id", purpose="selection")
session = iv.start("i1", plan, candidate="c1", at=AT).acknowledged(at=AT)
session = session.shown(at=AT).answered(" ".join(HEARD.values()), at=AT)
session = session.decided("next_stage", by="Dewi", reason="We talked the gap through.", at=AT)
print(session.finished(at=AT), session.state.decision)
