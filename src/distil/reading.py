"""The tables and data files, and what is done to every text that comes out of them."""

import csv
import os
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("KHABAR_DATA") or sys.exit("KHABAR_DATA is not set"))
OUT = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "rdf" / "gazetteer"


def table(path):
    """A table of ours: tab-separated, # comments, a header line."""
    lines = [l for l in path.read_text(encoding="utf-8").splitlines() if l and not l.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def data(name):
    with open(DATA / name, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def several(cell):
    return [clean(part) for part in (cell or "").split(";") if part.strip()]


def clean(text):
    """Without marks of direction and doubled blanks."""
    if text.isascii():
        return " ".join(text.split())
    kept = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(unicodedata.normalize("NFC", kept).split())


def unparenthesised(text):
    return clean(re.sub(r"\(.*?\)", " ", text))


def is_arabic(text):
    return bool(re.search(r"[\u0621-\u064A]", text)) and not re.search(r"[A-Za-z0-9()/,؛;]", text)


def is_latin(text):
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(c, "") or c in "ʻʼʾʿ" for c in letters)
