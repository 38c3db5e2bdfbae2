"""Takes the README's picture of the real dashboard, with the seed page read and 샘 올트먼 chosen.

.venv/bin/python tests/picture.py
"""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from dashboard import Dashboard
from serving import CHROMIUM_FLAGS, ROOT, chromium, serve

PICTURE = ROOT / ".github" / "dashboard.png"
COLOURS = 256


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        with serve(ROOT / "app.py", Path(folder, "server.log"), f"sqlite:///{folder}/seed.sqlite") as address:
            page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="ko-KR")
            dashboard = Dashboard(page, address)
            dashboard.open()
            dashboard.drawn()
            dashboard.click_node("샘 올트먼")
            dashboard.proofs.wait_for()
            page.mouse.move(720, 880)
            dashboard.settle()
            taken = Image.open(BytesIO(page.screenshot(animations="disabled")))
        browser.close()
    PICTURE.parent.mkdir(exist_ok=True)
    taken.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    main()
