import gzip

from reportedly.ledger.inputs.count import count
from tests.unit.ledger.inputs.made import HTML, warc, zipped


def test_articles_ahead_are_counted_where_that_is_cheap(put):
    put("a.jsonl", b"{}\n\n{}\n{}\n{}\n")
    put("b.jsonl.gz", gzip.compress(b"{}\n"))
    put("c.zip", zipped({"x.html": HTML, "y.txt": HTML, "z.css": HTML, "__MACOSX/x.html": HTML, "f/": b""}))
    put("d.zip", b"damaged")
    put("e.warc.gz", warc())
    put("f.zip", zipped({"x.jsonl": b"{}\n"}))
    for name in ("one.html", "two.txt", "in/three.html", "photo.css", ".hidden.html", "list.jsonl"):
        put(f"pages/{name}", b"{}\n{}")
    assert count(["a.jsonl", "a.txt", "missing.jsonl", "https://courier.example/x.zip", "-"]) == 8
    assert count(["c.zip", "d.zip"]) == 3
    assert count(["pages"]) == 5
    for unknown in ("b.jsonl.gz", "e.warc.gz", "f.zip"):
        assert count(["a.jsonl", unknown]) is None
    put("pages/b.wacz", b"")
    assert count(["pages"]) is None
