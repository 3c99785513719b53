"""JSON-LD, Web Annotations, FollowTheMoney, PROV and brat."""

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from reportedly import brat
from reportedly.ledger.export import annotations
from reportedly.ledger.export.selection import Selection, readings
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.reviews.applying import apply
from reportedly.ledger.reviews.composing import Reviewer
from reportedly.ledger.tables import schema
from reportedly.model import Reading
from tests.ledgers import STRAIT, Clock, add_text
from tests.unit.ledger.export.conftest import URL, exported


def all_readings(ledger: Ledger) -> dict[str, Reading]:
    with ledger.reads() as connection:
        return {chosen.kept.article_id: chosen.reading for chosen in readings(connection)}


def document(ledger: Ledger, name: str, folder: Path) -> Any:
    return json.loads(exported(ledger, name, folder).read_text(encoding="utf-8"))


def test_json_ld_has_one_context_and_every_statement(one: Ledger, tmp_path: Path) -> None:
    found = document(one, "jsonld", tmp_path)
    nodes = found["@graph"]
    assert set(found) == {"@context", "@graph"}
    assert not any("@context" in node for node in nodes)
    terms = {term for node in nodes for term in node}
    assert all(term.startswith(("@", "reportedly:")) or term.isalpha() for term in terms)
    told = all_readings(one)
    kinds = Counter(node["@type"] for node in nodes)
    assert kinds["NewsArticle"] == len(told)
    assert kinds["Quotation"] == sum(len(reading.statements) for reading in told.values())
    defined = {node["@id"] for node in nodes}
    quotations = [node for node in nodes if node["@type"] == "Quotation"]
    assert {speaker["@id"] for node in quotations for speaker in node.get("spokenByCharacter", ())} <= defined
    assert {node["isPartOf"] for node in quotations} <= defined


def test_a_quotation_is_its_speakers_words_only_if_it_is_direct(one: Ledger, tmp_path: Path) -> None:
    nodes = document(one, "jsonld", tmp_path)["@graph"]
    quotations = [node for node in nodes if node["@type"] == "Quotation" and "spokenByCharacter" in node]
    assert {("creator" in node) == (node["reportedly:kind"] != "indirect") for node in quotations} == {True}
    claims = {node["@id"].rsplit(":", 1)[1] for node in nodes if node["@type"] == "Claim"}
    denials = {node["identifier"] for node in quotations if node["reportedly:stance"] == "denies"}
    assert claims
    assert denials
    assert not claims & denials


def test_annotations_point_at_the_words(one: Ledger, tmp_path: Path) -> None:
    exported(one, "annotations", tmp_path)
    page = json.loads((tmp_path / "annotations" / "page-1.jsonld").read_text(encoding="utf-8"))
    texts = {reading.article.text_sha256: reading.article.text for reading in all_readings(one).values()}
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    for annotation in page["items"]:
        assert annotation["type"] == "Annotation"
        assert annotation["body"][0]["purpose"] == "classifying"
        assert {target["reportedly:role"] for target in annotation["target"]} >= {"content"}
        for target in annotation["target"]:
            text = texts[target["source"]["reportedly:textSha256"]]
            place, quote = target["selector"]
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert text[: place["start"]].endswith(quote["prefix"])
            assert text[place["end"] :].startswith(quote["suffix"])
    assert URL in {target["source"]["id"] for annotation in page["items"] for target in annotation["target"]}


def test_annotations_are_paged(one: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotations, "ON_A_PAGE", 4)
    folder = exported(one, "annotations", tmp_path)
    collection = json.loads((folder / "collection.jsonld").read_text())
    total = sum(len(reading.statements) for reading in all_readings(one).values())
    assert collection["total"] == total
    name, ids, before = collection["first"], [], None
    while name:
        page = json.loads((folder / name).read_text())
        assert page["startIndex"] == len(ids)
        assert page.get("prev") == before
        assert page["partOf"] == collection["id"] == "collection.jsonld"
        ids += [annotation["id"] for annotation in page["items"]]
        last, before, name = name, name, page.get("next")
    assert last == collection["last"]
    assert len(set(ids)) == total
    assert len(list(folder.iterdir())) == 1 + -(-total // 4)


def test_no_statements_give_one_empty_page(one: Ledger, tmp_path: Path) -> None:
    folder = exported(one, "annotations", tmp_path, Selection(frozenset()))
    assert json.loads((folder / "page-1.jsonld").read_text())["items"] == []
    assert json.loads((folder / "collection.jsonld").read_text())["total"] == 0


# what followthemoney 4.11 has of the properties that are written, by schema and those that it extends
FTM = {
    "Article": "title name author publisher publishedAt sourceUrl language retrievedAt bodyText",
    "Person": "name alias country position notes",
    "PublicBody": "name alias country",
    "Organization": "name alias country",
    "LegalEntity": "name alias country",
    "Mention": "document resolved name detectedSchema contextCountry",
    "Documentation": "document entity role summary description recordId startDate endDate sourceUrl publisher proof",
    "UnknownLink": "subject object role summary description recordId startDate endDate sourceUrl publisher proof",
    "Note": "name description summary entity proof",
}
POINTS = ("document", "resolved", "entity", "subject", "object", "proof")


def ftm(ledger: Ledger, folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported(ledger, "ftm", folder).read_text(encoding="utf-8").splitlines()]


def test_follow_the_money_entities_have_the_shape_of_its_schema(one: Ledger, tmp_path: Path) -> None:
    entities = ftm(one, tmp_path)
    ids = {entity["id"] for entity in entities}
    for entity in entities:
        assert set(entity) == {"id", "schema", "properties"}
        assert set(entity["properties"]) <= set(FTM[entity["schema"]].split())
        for name, values in entity["properties"].items():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            assert name not in POINTS or set(values) <= ids
    assert {"Article", "Person", "PublicBody", "Mention", "Documentation", "UnknownLink", "Note"} <= {
        entity["schema"] for entity in entities
    }


def test_follow_the_money_itself_takes_them(one: Ledger, tmp_path: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="the library is not installed")
    for entity in ftm(one, tmp_path):
        schema = followthemoney.model.get(entity["schema"])
        assert schema is not None
        schema.validate(entity)


def test_who_accuses_whom_is_a_link(one: Ledger, tmp_path: Path) -> None:
    entities = {entity["id"]: entity for entity in ftm(one, tmp_path)}
    links = [entity["properties"] for entity in entities.values() if entity["schema"] == "UnknownLink"]
    accusers = [link["subject"][0] for link in links if link["role"] == ["accuses"]]
    assert {entities[accuser]["properties"]["name"][0] for accuser in accusers} == {"Ministry of Fisheries"}
    assert {entities[link["proof"][0]]["schema"] for link in links} == {"Article"}


def test_dates_have_no_offset_in_follow_the_money(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger", now=Clock()) as ledger:
        add_text(ledger, STRAIT, published="2026-05-14T09:30+02:00")
        (article,) = (entity for entity in ftm(ledger, tmp_path) if entity["schema"] == "Article")
    assert article["properties"]["publishedAt"] == ["2026-05-14T09:30"]


def test_prov_leads_from_a_statement_to_the_bytes(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger", now=Clock()) as ledger:
        added = add_text(ledger, STRAIT, fetched="2026-05-14T10:00:00Z")
        (reading,) = all_readings(ledger).values()
        about = reading.statements[0].id
        with ledger.writes() as connection:
            person = Reviewer(connection, "Orla Veyra", "2026-05-21T08:00:00Z", "checked")
            one, other = connection.execute(select(schema.entity.c.entity_id).order_by("entity_id")).scalars().all()[:2]
            wrong, merged = person.wrong(about), person.merge(one, other)
            apply(connection, [wrong, merged])
        found = document(ledger, "prov", tmp_path)
    assert set(found["bundle"]) == {f"bundle:{added.article_id}", "bundle:sources"}
    bundle = found["bundle"][f"bundle:{added.article_id}"]
    derived = {(one["prov:generatedEntity"], one["prov:usedEntity"]) for one in bundle["wasDerivedFrom"].values()}
    text, received = f"article:{added.article_id}", f"bytes:{hashlib.sha256(STRAIT.encode()).hexdigest()}"
    assert (f"statement:{about}", text) in derived
    assert (text, received) in derived
    assert (f"correction:{wrong.id}", f"statement:{about}") in derived
    generated = {one["prov:entity"]: one for one in bundle["wasGeneratedBy"].values()}
    assert generated[received]["prov:time"] == "2026-05-14T10:00:00Z"
    assert generated[f"statement:{about}"]["prov:activity"] in bundle["activity"]
    assert "Orla Veyra" in {agent["prov:label"] for agent in bundle["agent"].values()}
    assert list(found["bundle"]["bundle:sources"]["activity"]) == [f"review:{merged.id}"]
    prefixes = set(found["prefix"])
    names = [name for one in found["bundle"].values() for records in one.values() for name in records]
    assert all(re.fullmatch(r"(\w+):[\w.-]+", name)[1] in {*prefixes, "_"} for name in names)


def test_brat_can_be_read_back(one: Ledger, tmp_path: Path) -> None:
    folder = exported(one, "brat", tmp_path)
    documents = {document.name: document for document in brat.read_folder(folder)}
    for article_id, reading in all_readings(one).items():
        assert documents[article_id].text == reading.article.text
        assert len(documents[article_id].attributions) == len(reading.statements)
