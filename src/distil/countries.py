"""Countries: names, nationalities, representative points."""

import json
import re

from reading import DATA, HERE, several, table, unparenthesised
from rdf import CC_BY_SA_3, CLDR, COUNTRYINFO, GEONAMES, NATURAL_EARTH, PUBLIC_RECORD, literal, named, statement, write

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

    def english_names(self):
        return [self.label["en"]] + self.aliases["en"] + self.english


def read_countries():
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
            ("dct:source", [CLDR, GEONAMES, NATURAL_EARTH, COUNTRYINFO, PUBLIC_RECORD]),
            ("dct:license", [f"<{CC_BY_SA_3}>"]),
        ],
        blocks,
    )
