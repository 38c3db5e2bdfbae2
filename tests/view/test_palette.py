"""The colours of the kinds can be told apart by everybody, on both backgrounds, and the words beside them have the same ones."""

from __future__ import annotations

import math
import re
import tomllib
from itertools import combinations

import pytest

from serving import ROOT

VIEW = ROOT / "graphing" / "view"
KINDS = ("person", "company", "agency", "met")
# What red, green and blue light become for who lacks one kind of cones: Machado, Oliveira, Fernandes 2009, severity 1.0.
SEEN_BY = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no long cones": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no middle cones": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no short cones": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
# CIE 1976 difference: from about 2 on two patches side by side differ; shapes a centimetre apart need more.
APART = 12.0
# WCAG 2.2, 1.4.11: graphical objects against what they lie on.
CONTRAST = 3.0


def palette(theme: str) -> dict[str, str]:
    written = re.search(rf"^  {theme}: {{(.+)}},$", (VIEW / "page.js").read_text(encoding="utf-8"), re.MULTILINE)
    assert written
    return dict(re.findall(r'(\w+): "(#[0-9A-F]{6})"', written[1]))


def background(theme: str) -> str:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    return str(settings[theme]["backgroundColor"])


def light(colour: str) -> list[float]:
    """The red, green and blue light (0-1) of a colour as it is written (sRGB, IEC 61966-2-1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """CIE 1976 L*a*b* (white D65) of what is seen of a colour."""
    red, green, blue = (min(1.0, max(0.0, sum(map(float.__mul__, row, light(colour))))) for row in SEEN_BY[sight])
    x, y, z = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0888,
    )
    x, y, z = (part ** (1 / 3) if part > 216 / 24389 else part * 24389 / 3132 + 4 / 29 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def luminance(colour: str) -> float:
    return sum(map(float.__mul__, (0.2126, 0.7152, 0.0722), light(colour)))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sight", SEEN_BY)
def test_kinds_differ_whatever_cones_one_has(theme: str, sight: str) -> None:
    colours = palette(theme)
    near = {(a, b): math.dist(lab(colours[a], sight), lab(colours[b], sight)) for a, b in combinations(KINDS, 2)}
    assert {pair: round(far, 1) for pair, far in near.items() if far < APART} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_drawn_stands_out_from_its_ground(theme: str) -> None:
    ground = luminance(background(theme)) + 0.05
    colours = palette(theme)
    contrasts = {}
    for kind in (*KINDS, "cancelled", "ring", "alone"):
        low, high = sorted((luminance(colours[kind]) + 0.05, ground))
        contrasts[kind] = round(high / low, 2)
    assert {kind: found for kind, found in contrasts.items() if found < CONTRAST} == {}


def test_words_have_the_colours_of_the_picture() -> None:
    style = (VIEW / "page.css").read_text(encoding="utf-8")
    bright, dark = palette("light"), palette("dark")
    for kind in KINDS:
        said = re.search(rf"--{kind}: (light-dark\((#\w+), (#\w+)\)|#\w+);", style)
        assert said, kind
        assert (said[2] or said[1], said[3] or dark[kind]) == (bright[kind], dark[kind])
