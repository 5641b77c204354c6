"""People and their offices."""

import sys
from collections import defaultdict

from reading import HERE, data, several, table
from rdf import CC0, PUBLIC_RECORD, literal, named, slug, statement, write

KNOWN_UNTIL = "2018-12-31"

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
    return {slug(english) for english in people}


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
