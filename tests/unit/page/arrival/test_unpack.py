import gzip
import io

import pytest

from reportedly.errors import TooLarge
from reportedly.page.arrival.received import Limits
from reportedly.page.arrival.unpack import DAMAGE, unpacked_stream

SMALL = Limits(max_bytes=100_000)


def stream(data, limits=SMALL):
    return unpacked_stream(io.BytesIO(data), "a.gz", limits)


def test_a_stream_is_unpacked_where_it_is_packed():
    assert stream(b"Fog closed the strait.").read() == b"Fog closed the strait."
    packed = gzip.compress(b"Fog ") + gzip.compress(b"closed\nthe strait.")
    assert stream(packed).readline() == b"Fog closed\n"


def test_a_bomb_is_not_unpacked_to_its_end():
    with pytest.raises(TooLarge, match=r"^a\.gz: unpacks to more than 250 times its size"):
        stream(gzip.compress(bytes(50_000_000))).read()
    assert len(stream(gzip.compress(bytes(400_000))).read()) == 400_000


@pytest.mark.parametrize(
    "data", [gzip.compress(b"Fog")[:-3], gzip.compress(b"Fog" * 99)[:15], b"\x1f\x8b\xff" + bytes(20)]
)
def test_what_is_damaged_raises_what_it_says(data):
    with pytest.raises(DAMAGE):
        stream(data).read()
