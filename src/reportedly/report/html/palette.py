"""The colours of sources, told apart by people who see colours differently, on light and on dark paper.

The hues are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), darkened for lines on light paper and lightened
on dark paper until they reach a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3). A letter always stands beside a colour: with
more sources than hues a colour comes again, with another kind of line.
"""

from __future__ import annotations

from dataclasses import dataclass

LIGHT_PAPER, LIGHT_INK = "#ffffff", "#1d2127"
DARK_PAPER, DARK_INK = "#1b1e24", "#e8e6e1"
LINES = ("solid", "dashed", "dotted")
# how much of the hue is in the ground behind marked words
_LIGHT_TINT, _DARK_TINT = 0.17, 0.30


@dataclass(frozen=True, slots=True)
class Hue:
    """A colour for lines and letters on light and on dark paper, as #rrggbb."""

    name: str
    light: str
    dark: str

    @property
    def light_tint(self) -> str:
        """Return the ground behind marked words on light paper."""
        return mixed(self.light, LIGHT_PAPER, _LIGHT_TINT)

    @property
    def dark_tint(self) -> str:
        """Return the ground behind marked words on dark paper."""
        return mixed(self.dark, DARK_PAPER, _DARK_TINT)


# for statements whose source is not named
GREY = Hue("grey", "#5b6470", "#a3abb8")
HUES = (
    Hue("blue", "#0067a3", "#5cb3f0"),
    Hue("vermilion", "#b34700", "#ff9057"),
    Hue("green", "#007a58", "#3fc79c"),
    Hue("purple", "#9c3d78", "#e893c4"),
    Hue("olive", "#6f6400", "#d6c83c"),
    Hue("teal", "#1b7083", "#6fd0e6"),
    Hue("plum", "#5d4bb0", "#ab9ef5"),
)


def rules() -> str:
    """Return the CSS that names each hue's line and ground, as --hue-N and --tint-N, on light and on dark paper."""
    hues = [("none", GREY), *((str(number), hue) for number, hue in enumerate(HUES))]
    light = "".join(f"--hue-{name}:{hue.light};--tint-{name}:{hue.light_tint};" for name, hue in hues)
    dark = "".join(f"--hue-{name}:{hue.dark};--tint-{name}:{hue.dark_tint};" for name, hue in hues)
    papers = f"--paper:{LIGHT_PAPER};--ink:{LIGHT_INK};", f"--paper:{DARK_PAPER};--ink:{DARK_INK};"
    return f":root{{{papers[0]}{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{papers[1]}{dark}}}}}\n"


def mixed(colour: str, paper: str, share: float) -> str:
    """Return `share` of a colour laid over paper.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_channels(colour), _channels(paper), strict=True)
    return "#" + "".join(f"{round(share * over + (1 - share) * under):02x}" for over, under in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return round((light + 0.05) / (dark + 0.05), 2)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in _channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
