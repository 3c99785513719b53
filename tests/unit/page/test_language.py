import json
from pathlib import Path

import pytest

from reportedly.errors import NotEnglish
from reportedly.page.language import other_language, refuse_other_languages

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"

FOREIGN = {
    "de": "Der Minister für Fischerei erklärte am Freitag, dass die Schiffe nicht zurückkehren. Das stimmt so.",
    "fr": "Le ministre de la Pêche a déclaré vendredi que les bateaux ne rentreraient pas. L'autorité l'a confirmé.",
    "es": "El ministro de Pesca dijo el viernes que los barcos no volverían al puerto. La autoridad lo confirmó.",
    "nl": "De minister van Visserij zei vrijdag dat de schepen niet terug zouden keren. De haven bevestigde dat.",
    "da": "Fiskeriministeren sagde fredag, at skibene ikke ville vende tilbage. Havnemyndigheden har bekræftet det.",
    "ru": "Министр рыболовства заявил в пятницу, что суда не вернутся в порт. Администрация порта это подтвердила.",
    "ar": "قال وزير الثروة السمكية يوم الجمعة إن السفن لن تعود إلى الميناء. وأكدت سلطة الميناء ذلك.",
    "zh": "渔业部长周五表示，渔船不会返回港口。港务局证实了这一消息。",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_two_sentences_in_another_language_are_refused(language):
    assert other_language(FOREIGN[language]) == language
    assert other_language(FOREIGN[language].upper()) == language
    assert other_language(FOREIGN[language], declared="en-GB") == language


@pytest.mark.parametrize(
    "text",
    [
        "Fog.",
        "PORT SELLA",
        "FLEET STAYS IN PORT AS STORM NEARS, COAST GUARD SAYS",
        "Ana Lume, Jon Teller, Mira Oss",
        "Aleksandr Karpenko, Józef Wójcik, Çağlar Öztürk, Nguyễn Văn Minh and Hamad bin Tamim met in Port Sella.",
        "“Nein,” said Jürgen Müller, Söder, Böhm und Weiß to the Orvane Daily.",
        "Palm Bay 18 22 13 17 — 70\nSella 14 11 6 15 — 44\nTolan 25 points. Davis 17 points.",
        "https://courier.example/strait @lume #fog",
        "",
    ],
)
def test_short_loud_and_foreign_sounding_english_passes(text):
    assert other_language(text) is None


def test_what_is_declared_moves_the_bar_but_the_text_decides():
    english = "The fleet stayed in port, the Coast Guard said, and the ferries did not sail."
    assert other_language(english, declared="de") is None
    assert other_language("Sheinbaum, López Obrador y Milei") is None


def test_the_error_names_the_language():
    with pytest.raises(NotEnglish, match=r"^a\.txt: the text is in German; only English is read$"):
        refuse_other_languages(FOREIGN["de"], "a.txt")


@pytest.mark.skipif(not DATA.is_dir(), reason="needs the corpora in ../shared/data")
def test_no_english_article_of_the_corpora_is_refused():
    texts = [path.read_text("utf-8") for path in sorted((DATA / "polnear/dev").glob("*.txt"))]
    pages = json.loads((DATA / "pages/ground-truth.json").read_text("utf-8"))
    found = [other_language(page["articleBody"]) for page in pages.values()]
    assert [other_language(text) for text in texts] == [None] * len(texts)
    # eleven of the 78 pages are in other languages, read by eye
    assert sorted(filter(None, found)) == ["de", "id", "it", "ko", "ko", "pt", "pt", "pt", "ru", "ru", "ru"]
