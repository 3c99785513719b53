"""The HTML report in a real Chromium; skipped where none is installed."""

import shutil
import subprocess

import pytest

from reportedly.model import Article, Reading, Span, Stance, Statement, StatementKind, Story, Zone, ZoneKind
from reportedly.report.html import render
from tests.unit.report.rich_reading import rich_reading

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HOSTILE = """</style><script>document.title="run"</script><img src=x onerror="document.title='run'">"""
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--enable-logging=stderr",
]

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


@pytest.fixture
def browse(tmp_path):
    """Return what opens a page and gives its final HTML and what the browser complained of."""

    def browse(page: str) -> tuple[str, list[str]]:
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        command = [BROWSER, *FLAGS, "--dump-dom", f"--user-data-dir={tmp_path / 'profile'}", path.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]

    return browse


@pytest.fixture
def picture(tmp_path):
    """Return what opens a page at a fragment, in a window that shows it whole, and gives its picture."""

    def picture(page: str, fragment: str) -> bytes:
        path, image = tmp_path / "page.html", tmp_path / "page.png"
        path.write_text(page, encoding="utf-8")
        flags = [f"--user-data-dir={tmp_path / 'profile'}", f"--screenshot={image}", "--window-size=1200,7000"]
        command = [BROWSER, *FLAGS, *flags, f"{path.as_uri()}#{fragment}"]
        subprocess.run(command, capture_output=True, timeout=120, check=True)
        return image.read_bytes()

    return picture


def hostile_reading() -> Reading:
    text = f"{HOSTILE}\n\nSenn said {HOSTILE}."
    source, content = text.index("Senn"), text.rindex("</style>")
    article = Article(text, title=HOSTILE, publisher=HOSTILE, url=f"javascript:document.title='run'//{HOSTILE}")
    statement = Statement(
        "1",
        "s1",
        StatementKind.INDIRECT,
        Stance.SAYS,
        (Span(source, source + 4),),
        (Span(source + 5, source + 9),),
        (Span(content, len(text) - 1),),
        0.5,
        HOSTILE,
    )
    return Reading(article, (Story("s1", None, (Zone(ZoneKind.BODY, Span(0, len(text))),)),), (statement,))


def test_a_hostile_article_runs_nothing_and_loads_nothing(browse):
    page, complaints = browse(render(hostile_reading()))
    assert "<title>run" not in page
    assert complaints == []


def test_the_page_would_let_nothing_run_even_if_it_were_in_it(browse):
    foreign = """<script>document.title = "run"</script><img src="https://courier.example/a.png"></body>"""
    page, complaints = browse(render(hostile_reading()).replace("</body>", foreign))
    assert "<title>run" not in page
    assert len([line for line in complaints if "Content Security Policy" in line]) == 2


def test_a_page_with_everything_on_it_loads_nothing_and_complains_of_nothing(browse):
    page, complaints = browse(render(rich_reading()))
    assert complaints == []
    assert page.count('class="bar"') == 2
    assert page.count('class="map"') == 1


def test_words_that_are_followed_to_are_lit_up(picture):
    page = render(rich_reading())
    plain = picture(page, "nowhere")
    assert plain == picture(page, "nowhere")
    lit = {anchor: picture(page, anchor) for anchor in ("in-when-3-0", "in-place-1-1", "in-mention-2-1")}
    assert plain not in lit.values()
    assert len(set(lit.values())) == len(lit)
