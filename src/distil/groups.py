"""Armed groups and international organisations out of the English PETRARCH lists."""

import re

from rdf import MIT, PETRARCH, literal, named, slug, statement, write
from reading import DATA, HERE, clean, data, several, table
from words import fold

# A line that has none of these is a person, a nickname or a place.
GROUP = re.compile(
    r"\b(ARMY|ARMED|FRONT|FORCES?|GROUP|GROUPS|MOVEMENT|BRIGADES?|BATTALIONS?|ORGANI[SZ]ATION|PARTY|UNION|ALLIANCE|COMMANDO?S?|"
    r"COUNCIL|COMMITTEE|CELLS?|NUCLEI|FACTION|FEDERATION|COMMUNITY|CONGRESS|LEAGUE|GUARDS?|TIGERS?|MILITIA|RESISTANCE|"
    r"ASSOCIATION|COALITION|COMMAND|UNITS?|SQUADS?|REGIMENT|ANSAR|JAISH|JAYSH|JAMAAT|HARAKAT|LASHKAR|HIZB|KATIBAT|SARAYA)\b"
)
INTERNATIONAL = re.compile(
    r"\b(ORGANI[SZ]ATION|UNION|BANK|FUND|COMMISSION|COUNCIL|COMMITTEE|AGENCY|ASSOCIATION|COMMUNITY|LEAGUE|FORUM|GROUP|COURT|"
    r"TRIBUNAL|ASSEMBLY|PARLIAMENT|CONFERENCE|CENT(?:RE|ER)|INSTITUTE|PROGRAMME|PROGRAM|AUTHORITY|FEDERATION|ALLIANCE|INITIATIVE)\b"
)
# Who speaks for it, or what is no name of one.
NOT_ONE = re.compile(
    r"\b(PRESIDENT|CHIEF|SECRETARY|GENERAL SECRETARY|DIRECTOR|MINISTERS?|SPOKES\w*|OFFICIALS?|LEADERS?|MEMBERS?|TROOPS|SOLDIERS|"
    r"FIGHTERS|MILITANTS|REBELS?|GOVERNMENT ORGANIZATION|DELEGATION|AMBASSADOR|COMMISSIONER|CHAIRMAN|CHAIR|HEAD OF|DISSIDENTS|THE)\b|[(/]|\d"
)
SMALL = {"of", "the", "for", "and", "in", "on", "to", "de", "la", "el", "al", "del", "des", "du", "ul", "i", "wa", "y", "e", "against", "from", "with"}
# "Iraqi Army" and the like are composed of a country and a head noun.
COMPOSED = {"army", "forces", "force", "police", "navy", "guard", "guards", "parliament", "government", "command", "troops", "militia"}


def blocks_of(name):
    """Names and codes of each entry: the first name, further ones with +, codes in brackets with dates or without."""
    found = []
    for line in (DATA / "petrarch-en" / name).read_text(encoding="utf-8", errors="replace").splitlines():
        line = re.split("[#;]", line, maxsplit=1)[0].strip()
        if not line:
            continue
        codes = re.findall(r"\[\s*([A-Z]{3,})\s*([^\]]*)\]", line)
        spelled = line.split("[", 1)[0].strip()
        if spelled:
            if spelled.startswith("+") and found:
                found[-1][0].append(spelled[1:])
            else:
                found.append(([spelled], []))
        if found:
            found[-1][1].extend(codes)
    return found


def written(raw):
    words = clean(raw.replace("_", " ")).split(" ")
    out = []
    for i, word in enumerate(words):
        low = word.lower()
        parts = [p if (p in SMALL and (i or k)) or p in ("al", "ul") else p[:1].upper() + p[1:] for k, p in enumerate(low.split("-"))]
        out.append("-".join(parts))
    return " ".join(out)


def names_of(block, pattern, words, least):
    names = []
    for raw in block[0]:
        plain = clean(re.sub(r"\([A-Z]{2,6}\)_?", "", raw).replace("_", " ")).upper()
        plain = re.sub(r"^THE ", "", plain)
        if plain.startswith("UN ") or not pattern.search(plain) or NOT_ONE.search(plain) or not re.fullmatch(r"[A-Z][A-Z' -]*", plain):
            continue
        parts = [p for p in re.split(r"[ -]", fold(plain)) if p]
        telling = [p for p in parts if p not in SMALL]
        if len(telling) < 2 or len(telling) == 2 and telling[-1] in COMPOSED:
            continue
        # "National Liberation Front" is many: a name needs a word of its own, or enough of them.
        own = [p for p in telling if len(p) > 3 and not words.english_elsewhere(p)]
        if not own and len(telling) < least:
            continue
        names.append(written(plain))
    return list(dict.fromkeys(names))


def write_groups(countries, words, taken_names, place_names):
    alpha3 = {c.alpha3 for c in countries}
    mentioned = {}
    for c in countries:
        for n in c.english_names():
            mentioned[fold(n)] = c.alpha3
    taken = set(taken_names)
    blocks, listed = [], []
    keys = {row["key"] for row in data("gazetteer/groups.tsv") + table(HERE / "organisations.tsv")}
    for block in blocks_of("Phoenix.MilNonState.actors.txt"):
        code = block[1][0][0] if block[1] else ""
        if code.endswith("REB") and len(code) == 6 or code.startswith("IMG"):
            listed.append((names_of(block, GROUP, words, 4), "REB" if code.endswith("REB") else "IMG", code[:3] if code.endswith("REB") else ""))
    for block in blocks_of("Phoenix.International.actors.txt"):
        if block[1] and all(code.startswith("IGO") and not dates.strip() for code, dates in block[1]):
            listed.append((names_of(block, INTERNATIONAL, words, 3), "IGO", ""))
    for names, sector, country in listed:
        names = [n for n in names if fold(n) not in place_names]
        if not names or any(fold(n).replace("-", " ") in taken for n in names):
            continue
        key = slug(names[0])
        if key in keys or len(key) < 4:
            continue
        keys.add(key)
        taken |= {fold(n).replace("-", " ") for n in names}
        others = {mentioned[w] for n in names for w in re.split(r"[ -]", fold(n)) if w in mentioned}
        # The list codes some groups by where they struck: a name that tells of another country is believed more.
        country = country if country in alpha3 and (not others or others == {country}) else None
        blocks.append(
            statement(
                f"org:{key}",
                [
                    ("a", "kh:Organisation"),
                    ("rdfs:label", [literal(names[0], "en")]),
                    ("skos:altLabel", named(names[1:], "en")),
                    ("kh:origin", '"listed"'),
                    ("kh:sector", [literal(sector)]),
                    ("kh:country", f"org:{country.lower()}" if country else ""),
                ],
                compact=True,
            )
        )
    write(
        "groups",
        """Armed groups and international organisations, as known about 2014.
English PETRARCH dictionaries (Phoenix.MilNonState.actors.txt, Phoenix.International.actors.txt; Open Event Data Alliance,
MIT): names, codes and countries. Names are English or Latin spellings only; written with small letters here. Short forms,
persons and names that several groups bear are left out.""",
        [
            ("rdfs:label", '"Armed groups and international organisations"@en, "الجماعات المسلحة والمنظمات الدولية"@ar'),
            ("dct:source", PETRARCH),
            ("dct:license", f"<{MIT}>"),
        ],
        blocks,
    )


def names_by_hand():
    """Names that organisations.ttl has."""
    rows = data("gazetteer/groups.tsv") + table(HERE / "organisations.tsv")
    return {fold(n).replace("-", " ") for row in rows for n in [row["name_en"]] + several(row["aliases_en"]) if n}
