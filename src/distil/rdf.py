"""Turtle as the gazetteer has it: all triples of a subject together, prefixes for what is used."""

import re
import unicodedata
from functools import cache

from reading import OUT

PREFIXES = {
    "kh": "https://w3id.org/khabar/ns#",
    "khr": "https://w3id.org/khabar/roles#",
    "kho": "https://w3id.org/khabar/offices#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "place": "id/place/",
    "org": "id/organisation/",
    "person": "id/person/",
    "tenure": "id/tenure/",
    "gn": "https://sws.geonames.org/",
    "wd": "http://www.wikidata.org/entity/",
}

CC_BY_4 = "https://creativecommons.org/licenses/by/4.0/"
CC_BY_SA_3 = "https://creativecommons.org/licenses/by-sa/3.0/"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
MIT = "https://opensource.org/license/mit"
GEONAMES = "<https://www.geonames.org/>"
NATURAL_EARTH = "<https://www.naturalearthdata.com/>"
CLDR = "<https://cldr.unicode.org/>"
COUNTRYINFO = "<https://github.com/openeventdata/CountryInfo>"
PETRARCH = "<https://github.com/openeventdata/petrarch>"
PUBLIC_RECORD = '"public record"@en'


def literal(text, language=None):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' + (f"@{language}" if language else "")


def named(names, language):
    return [literal(name, language) for name in names]


def statement(subject, pairs, compact=False):
    """One subject with its predicates; objects may be one or several; empty ones are left out."""
    parts = []
    for predicate, objects in pairs:
        objects = [objects] if isinstance(objects, str) else list(objects or [])
        objects = list(dict.fromkeys(o for o in objects if o))
        if objects:
            parts.append(f"{predicate} " + ", ".join(objects))
    return f"{subject} " + (" ; " if compact else " ;\n  ").join(parts) + " ."


def write(name, comment, about, blocks):
    body = "\n".join(blocks)
    used = [p for p in PREFIXES if f"{p}:" in body and re.search(rf"(?<![\w<]){p}:", body)] if blocks else []
    used = [p for p in PREFIXES if p in used or p in ("dct", "rdfs")]
    lines = [f"# {line}" for line in comment.strip().splitlines()]
    lines.append("# Made by src/distil/gazetteer.py; do not edit here. IRIs are relative to the base of the dataset.")
    lines += [f"@prefix {p}: <{PREFIXES[p]}> ." for p in used]
    lines += ["", statement("<>", about), ""]
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{name}.ttl").write_text("\n".join(lines) + "\n" + body + "\n", encoding="utf-8", newline="\n")


PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "Ø": "o", "Ł": "l", "Đ": "d", "Æ": "ae", "Þ": "th", "Ə": "e"})
PLAIN |= str.maketrans("", "", "'’‘ʻʼʾʿ`")


@cache
def slug(text):
    plain = text.translate(PLAIN)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
