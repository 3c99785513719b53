from pathlib import Path

import pytest

from reportedly.model import ZoneKind
from reportedly.page.zoning.plain import text_to_blocks
from reportedly.page.zoning.stories import split_stories
from reportedly.page.zoning.zones import zone_blocks

SEEDS = Path(__file__).resolve().parents[5] / "shared" / "seeds"
PAGE = SEEDS / "000_d1b1ec985e664fd8.txt"


@pytest.fixture(scope="module")
def text():
    if not PAGE.exists():
        pytest.skip("the founding page is not at ../shared/seeds")
    return PAGE.read_bytes().decode("utf-8")


def test_its_zones_and_stories(text):
    zones = zone_blocks(text, text_to_blocks(text))
    first, second = split_stories(text, zones)
    assert [zone.kind.value for zone in zones[:5]] == ["section", "headline", "caption", "credit", "caption"]
    assert zones[3].span.of(text).strip() == "(AFP photo)"
    assert second.headline is not None
    assert second.headline.of(text).startswith("US sends truckloads")
    assert [zone.kind for zone in first.zones[5:]] == [ZoneKind.BODY] * (len(first.zones) - 5)
    assert [zone.kind for zone in second.zones[-2:]] == [ZoneKind.BOILERPLATE] * 2
    assert {zone.kind for zone in second.zones[1:-2]} == {ZoneKind.BODY}
