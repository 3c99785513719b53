"""Makes archives and lists of an invented press for the tests."""

import gzip
import io
import tarfile
import zipfile

SAID = "The Coast Guard said on Monday that the cutter would stay in the harbour of Port Sella until the storm is over."
HTML = f"<html><head><title>Cutter stays</title></head><body><h1>Cutter stays</h1><p>{SAID}</p></body></html>".encode()


def zipped(members, **options):
    """Return a zip archive of the given members, name to bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, **options), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tarred(members, mode="w"):
    """Return a tar archive of the given members, name to bytes."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(data), 1_778_751_000
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def warc(*responses, packed=False, resources=()):
    """Return a WARC file of the given responses: path, body, and then a status line and headers, or an HTML page's."""
    records = [record("warcinfo", "<urn:uuid:info>", "application/warc-fields", b"software: made\r\n")]
    for number, (path, body, *rest) in enumerate(responses):
        status, headers = rest or ("200 OK", {"Content-Type": "text/html; charset=utf-8"})
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        answer = f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body
        url = f"https://courier.example{path}"
        records.append(record("response", f"<urn:uuid:{number}>", "application/http; msgtype=response", answer, url))
    records += [record("resource", f"<urn:uuid:{url}>", kind, body, url) for url, kind, body in resources]
    return b"".join(gzip.compress(one, mtime=0) if packed else one for one in records)


def record(warc_type, number, content_type, block, url=None):
    fields = {
        "WARC-Type": warc_type,
        "WARC-Record-ID": number,
        "WARC-Date": "2026-05-14T09:30:00Z",
        **({"WARC-Target-URI": url} if url else {}),
        "Content-Type": content_type,
        "Content-Length": len(block),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"WARC/1.0\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def wacz(*crawls):
    """Return a WACZ with the given WARC files in it."""
    members = {
        "datapackage.json": b'{"profile": "data-package"}',
        "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n',
    }
    return zipped({**members, **{f"archive/{number}.warc.gz": crawl for number, crawl in enumerate(crawls)}})


def rss(*links, extra=""):
    entries = "".join(f"<item><title>Fog</title><link>{link}</link>{extra}</item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>{entries}</channel></rss>'.encode()


def sitemap(*links, changed=None):
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    entries = "".join(f"<url><loc>{link}</loc>{lastmod}</url>" for link in links)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'.encode()


def sitemap_index(*links, changed=None):
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    entries = "".join(f"<sitemap><loc>{link}</loc>{lastmod}</sitemap>" for link in links)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>'.encode()


def opml(*links):
    outlines = "".join(f'<outline type="rss" text="x" xmlUrl="{link}"/>' for link in links)
    return f'<opml version="2.0"><body><outline text="News">{outlines}</outline></body></opml>'.encode()
