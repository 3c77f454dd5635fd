"""Let a language model judge: any SDK plugs in by three lines, and only what it quotes counts."""

import json
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import interview_kit as ik
from interview_kit.scoring import Complete, LlmScorer


def openai_like(client: Any, model: str) -> Complete:
    """Ask `openai.OpenAI()`, or whatever speaks as it does: vLLM, Ollama, LM Studio."""

    def complete(*, system: str, user: str, schema: Mapping[str, Any]) -> Any:
        turns = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        named = {"name": "ratings", "strict": True, "schema": schema}
        form = {"type": "json_schema", "json_schema": named}
        reply = client.chat.completions.create(model=model, messages=turns, response_format=form)
        return reply.choices[0].message.content

    return complete


def anthropic_like(client: Any, model: str) -> Complete:
    """Ask `anthropic.Anthropic()`."""

    def complete(*, system: str, user: str, schema: Mapping[str, Any]) -> Any:
        turns = [{"role": "user", "content": user}]
        form = {"format": {"type": "json_schema", "schema": schema}}
        asked = {"system": system, "messages": turns, "output_config": form}
        return client.messages.create(model=model, max_tokens=4096, **asked).content[0].text

    return complete


def stand_in(**asked: Any) -> Any:
    """Reply as a service would: one sound quote, one invented, and the lowest level for the rest."""
    said = {"action_specificity": "I called 40 former customers", "result": "I won a Nobel prize"}
    known = asked["response_format"]["json_schema"]["schema"]["properties"]["ratings"]["items"]
    ratings = [
        {"criterion": id, "quotes": [said[id]] if id in said else [], "reason": "", "level": level}
        for id in known["properties"]["criterion"]["enum"]
        for level in [4 if id in said else 0]
    ]
    message = SimpleNamespace(content=json.dumps({"ratings": ratings}))
    return SimpleNamespace(choices=[SimpleNamespace(message=message)])


client = SimpleNamespace(chat=SimpleNamespace(completions=SimpleNamespace(create=stand_in)))
scorer = LlmScorer(complete=openai_like(client, "gpt-x"), model="gpt-x")
answer = "I called 40 former customers in 2 weeks and signed 3 of them."
report = ik.score(ik.load(), "S04", answer, language="en", scorer=scorer)
assert isinstance(report, ik.ScoreReport)
print(f"{report.model}: {report.overall:.1f}, {report.coverage:.0%} rated, {report.warnings}")
for rating in report.ratings:
    print(rating.level, rating.criterion, rating.reason, [each.quote for each in rating.evidence])
# The prize is in the reply but not in the answer: it earns nothing, and costs nothing either.
assert [each.criterion for each in report.ratings if each.level is None] == ["result"]
