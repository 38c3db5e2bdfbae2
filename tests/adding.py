"""The page that adds articles, played without a browser: a store that can be told to fail, and how the page is pressed and looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from graphing.errors import StoreError
from graphing.model import Article, Extraction, Mention, Paragraph, Person, Run
from graphing.store import Added
from graphing.store import store as stores
from graphing.view.words import word

PAGE = str(Path(__file__).resolve().parents[1] / "pages" / "upload.py")
TEXT = "도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만났다."


def extraction(source: str) -> Extraction:
    article = Article(source, 0, len(TEXT), TEXT, (Run(0, len(TEXT), 0, len(TEXT)),), (Paragraph(0, len(TEXT)),))
    return Extraction(article, people=(Person("도하늘", mentions=(Mention(0, 3, "도하늘", "person"),)),))


class Store(stores.Store):
    """A store in memory that can be told to fail."""

    broken = False

    @property
    def kept(self) -> list[Extraction]:
        return [self.extraction(row.id) for row in sorted(self.articles(limit=1000), key=lambda row: row.id)]

    def add(self, *given: Any, **more: Any) -> Added:
        if self.broken:
            raise StoreError("the disk of /srv/hoedong.sqlite is full; free some of it and save again")
        return super().add(*given, **more)


def press(page: AppTest, name: str) -> AppTest:
    label = word(name, "ko")
    return next(button for button in page.button if button.label == label).click().run()


def shown(page: AppTest, name: str) -> bool:
    """Whether any message on the page begins with this word's text."""
    head = word(name, "ko").split("{")[0]
    return any(head in one.value for kind in (page.error, page.warning, page.success, page.text) for one in kind)
