"""The HTML report in a real Chromium; skipped where none is installed."""

import shutil
import subprocess

import pytest

from reportedly.model import Article, Reading, Span, Stance, Statement, StatementKind, Story, Zone, ZoneKind
from reportedly.report.html import render

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
    "--dump-dom",
]

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


@pytest.fixture
def browse(tmp_path):
    """Return what opens a page and gives its final HTML and what the browser complained of."""

    def browse(page: str) -> tuple[str, list[str]]:
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        command = [BROWSER, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", path.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]

    return browse


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
