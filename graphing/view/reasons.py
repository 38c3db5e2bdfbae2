"""Why a meeting is believed, and how much, in words: the codes of ``Meeting.reason`` as sentences of either language."""

from __future__ import annotations

from graphing.view.session import Language
from graphing.view.words import word

# Codes that say where the telling stands: the only place, so that it takes the place of a count of clauses.
ONLY = ("headline", "caption", "quoted")
ALSO = ("carried", "attended", "undated", "confirmed", "corrected", "added")
SAME = {"dates=0": "undated"}
# Nothing that a machine has read is certain.
MOST, LEAST = 0.99, 0.01


def reason_text(reason: str, language: Language, published: bool = True) -> str:
    """'told=3 carried' → '기사 속 3곳에서 말합니다. 이름 없이 …'. A code that is not known stays as it is, after the sentences.

    ``published``: whether the article's publication date is known. Without it "지난달" or "4일" tells no date that is understood.
    """
    codes = [SAME.get(code, code) for code in reason.split()]
    sentences = [word(f"reason_{code}", language) for code in ONLY if code in codes]
    unknown = []
    for code in codes:
        name, _, count = code.partition("=")
        if name == "told" and count.isdecimal():
            if not any(only in codes for only in ONLY):
                sentences.insert(0, word("reason_told" if int(count) > 1 else "reason_once", language, n=int(count)))
        elif code == "undated" and not published:
            sentences.append(word("reason_unpublished", language))
        elif code in ALSO:
            sentences.append(word(f"reason_{code}", language))
        elif code not in ONLY:
            unknown.append(code)
    return " ".join((*sentences, *unknown))


def certainty_text(certainty: float) -> str:
    """0.876 → '88%', between 1 and 99."""
    return f"{min(max(certainty, LEAST), MOST):.0%}"
