"""Organisations and the head nouns that make them."""

import sys

from reading import HERE, data, is_arabic, several, table
from rdf import CC0, PUBLIC_RECORD, literal, named, statement, write

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
