"""Heads of state and government and ministers up to 2011, out of CountryInfo."""

import re
from collections import Counter, defaultdict

from offices import date
from rdf import COUNTRYINFO, CC_BY_SA_3, literal, named, slug, statement, write
from reading import DATA, HERE, clean, data, several, table
from words import fold

# Headings of CountryInfo's lists of leaders, and the office of one of them. Juntas and colonial officers are left out.
LEADERS = {
    "Presidents": "President",
    "Provisional presidents": "President",
    "Prime ministers": "Prime Minister",
    "Premiers": "Prime Minister",
    "Heads of state": "Head of State",
    "Heads of government": "Head of Government",
    "Kings": "King",
    "Queens": "Queen",
    "Emirs": "Emir",
    "Amirs": "Emir",
    "Sultans": "Sultan",
    "Chancellors": "Chancellor",
    "Federal chancellors": "Chancellor",
    "Shahs": "Shah",
    "Sovereign princes": "Prince",
    "Princes": "Prince",
    "Emperors": "Emperor",
    "Taoisigh": "Prime Minister",
    "Chairmen of the council of ministers": "Chairman of the Council of Ministers",
    "Chairmen of the state council": "Chairman of the State Council",
    "Chairmen of the council of state": "Chairman of the Council of State",
    "Presidents of the presidency": "President of the Presidency",
    "General secretaries of the communist party": "General Secretary of the Communist Party",
}
SINGULAR = {"President", "Prime minister", "Premier", "King", "Queen", "Emir", "Sultan", "Chancellor", "Head of state", "Head of government"}

# Ministers that international news names.
MINISTERS = re.compile(
    r"Minister (?:of|for) (?:the )?(?:Foreign|External|National Defen[cs]e|Defen[cs]e|Interior|Internal|Home|Finance|"
    r"Economy|National Economy|Justice|Oil|Petroleum|Energy|Information|National Security|Security|Public Security|Health)\b"
    r"|(?:(?:Vice|Deputy|First Deputy) )?(?:President|Prime Minister)$"
    r"|Permanent Representative to the UN"
)
# Offices that fill a code by themselves, so that the end of the code's term is the end of theirs.
ALONE = {"MIL": "Defen", "JUD": "Justice", "HLH": "Health"}
TITLES = {"Permanent Representative to the UN, New York": "Permanent Representative to the United Nations"}
# The lists of governments begin here: who was in office then began at a time that they do not know.
GOVERNMENTS_FROM = "2003-01"
HONORIFICS = re.compile(r"(?:Hojatolislam|Sayyed|Ayatollah|Sheikh|Shaykh|Sheik|King|Queen|Prince|Princess|Emir|Sultan|General|Gen\.|Colonel|Dr\.|Sir|Lord|Dame) (?=\S+ \S)", re.I)

# "Leaders are from roughly 1960 to around 2009", "Governments are from Jan-2003 to Feb-2011": nothing is said after.
LEADERS_UNTIL, GOVERNMENTS_UNTIL = "2009-12-31", "2011-02-28"
PARTICLES = {"de", "da", "do", "dos", "del", "della", "di", "du", "van", "von", "der", "den", "bin", "ben", "ibn", "bint", "ould", "la", "y", "e", "zu"}
ARABIC_SPEAKING = set("AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split())
FEWEST = 8


class Person:
    def __init__(self, country, code):
        self.country, self.code = country, code
        self.names, self.terms, self.leader = [], [], False


def name(raw, alpha2):
    """AL_BAKR and AL-BAKR as one writes them; nothing but capitals, blanks and hyphens is changed."""
    raw = clean(raw.replace("_", " "))
    if not re.fullmatch(r"[A-Za-z][A-Za-z' .-]*", raw):
        return None
    raw = HONORIFICS.sub("", raw) if HONORIFICS.match(raw) else raw
    words = []
    for i, word in enumerate(raw.split(" ")):
        low = word.lower()
        if i and low in PARTICLES:
            words.append(low)
        else:
            word = "-".join(p if p in PARTICLES and i else p[:1].upper() + p[1:] for p in low.split("-"))
            word = word.upper() if re.fullmatch(r"(?:\w\.)+\w?", word) else word
            word = re.sub(r"\b(Mc|O')([a-z])", lambda m: m[1] + m[2].upper(), word)
            word = re.sub(r"^([Dd]')([a-z])", lambda m: "d'" + m[2].upper(), word) if i else word
            words.append(re.sub(r"^(Al|El|An|Ar|As|Ash|At|Az)-", lambda m: m[0].lower(), word))
    text = " ".join(words)
    if alpha2 in ARABIC_SPEAKING:
        text = re.sub(r"(?<=\S )A[Ll] (?=\S)", "al-", text)
        text = re.sub(r"(?<=\S )El (?=\S)", "el-", text)
    if words[-1].lower() in PARTICLES or words[-1] in ("Al", "El", "Abd"):
        return None
    whole = [w for w in words if len(w.strip(".")) > 1]
    return text if len(whole) >= 2 and len(words[-1].strip(".")) > 2 and len(words[0].strip(".")) > 1 else None


def skeleton(text):
    """What spellings of one name share."""
    text = fold(text).replace("-", " ").replace(".", " ")
    words = [w for w in text.split() if w not in ("al", "el", "bin", "ibn", "ben", "abu")]
    out = []
    for word in words:
        word = re.sub("ph", "f", re.sub("ou|oo", "u", re.sub("dj|gi", "j", re.sub("kh|gh|q|c", "k", word))))
        word = re.sub(r"[aeiouywh]", "", word.replace("z", "s").replace("v", "f"))
        out.append(re.sub(r"(.)\1+", r"\1", word))
    return tuple(out)


def day(text):
    """YYYYMMDD as exactly as it can be meant: the 31st of June is June."""
    year, month, d = text[:4], text[4:6], text[6:8]
    if not 1900 <= int(year) <= 2011:
        return None
    if not 1 <= int(month) <= 12:
        return year
    last = [31, 29 if int(year) % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][int(month) - 1]
    return f"{year}-{month}-{d}" if 1 <= int(d) <= last else f"{year}-{month}"


def last_day(text):
    lengths = {4: "-12-31", 7: "-28"}
    return text + lengths.get(len(text), "")


def read_people(alpha3):
    text = (DATA / "gazetteer/CountryInfo.120116.txt").read_bytes().decode("utf-8", "replace").split("-->", 1)[1]
    by_alpha3 = {three: two for two, three in alpha3.items()}
    own = set(re.findall(r"<CountryCode>([A-Z]{3})</", text)) & set(by_alpha3)
    people = {}
    for block in re.split(r"(?=<CountryCode>)", text)[1:]:
        code = re.search(r"<CountryCode>([A-Z]{3})</", block)
        country = code and code[1]
        if country not in by_alpha3:
            # Codes of states that became others: what the other field says, if it is no state's that has its own block.
            code = re.search(r"<ISO3166-alpha2>(\w\w)</", block)
            country = code and alpha3.get(code[1])
            if not country or country in own:
                continue
        alpha2 = by_alpha3[country]

        def person(spellings):
            names = list(dict.fromkeys(n for n in (name(s, alpha2) for s in spellings) if n))
            if not names:
                return None
            found = people.setdefault((country, skeleton(names[0])), Person(country, alpha2))
            found.names += [n for n in names if fold(n) not in {fold(o) for o in found.names}]
            return found

        for spellings, office, terms in leaders(block):
            who = person(spellings)
            if who:
                who.leader = True
                who.terms += [(office,) + t for t in terms]
        for spellings, terms in ministers(block, country):
            who = person(spellings)
            if who:
                who.terms += terms
    join(people)
    join_holders(people)
    for p in people.values():
        # Of a president the list of leaders knows the days, that of governments the month.
        exact = {office for office, begin, _, _ in p.terms if len(begin) == 10}
        p.terms = [t for t in p.terms if len(t[1]) == 10 or t[0] not in exact]
    return [p for p in people.values() if p.terms]


def join(people):
    """A name of two words and the one longer name of the country that begins and ends so are one person's."""
    longer = defaultdict(list)
    for key in people:
        if len(key[1]) > 2:
            longer[(key[0], key[1][0], key[1][-1])].append(key)
    for country, marks in [k for k in people if len(k[1]) == 2]:
        found = longer[(country, *marks)]
        if len(found) == 1 and all(len(m) > 1 for m in marks):
            short, whole = people.pop((country, marks)), people[found[0]]
            whole.names = short.names + whole.names
            whole.terms += short.terms
            whole.leader = whole.leader or short.leader


def join_holders(people):
    """Two of one surname who took one office of one country on one day are one person under two given names."""
    holders = {}
    for key in list(people):
        for office, begin, _, _ in people[key].terms:
            first = holders.setdefault((key[0], key[1][-1], office, begin), key)
            if first != key and key[1][-1]:
                one, same = people[first], people.pop(key)
                one.names += [n for n in same.names if fold(n) not in {fold(o) for o in one.names}]
                one.terms += same.terms
                one.leader = one.leader or same.leader
                break


def spellings_of(line):
    return [s for s in re.findall(r"\{([^}]*)\}", line) if s.strip()] or [re.split(r"[\[\t #(]", line)[0]]


def leaders(block):
    """Names, office, terms of each line of <Leaders>."""
    section, heading = re.search(r"<Leaders>(.*?)</Leaders>", block, re.S), None
    for line in section[1].splitlines() if section else ():
        line = line.split("#")[0].strip()
        tag = re.match(r"<(/?)([^>]*)>", line)
        if tag:
            title = tag[2].strip()
            heading = None if tag[1] else LEADERS.get(title, title.title() if title in SINGULAR else None)
            if title in SINGULAR and not tag[1]:
                heading = {"Premier": "Prime Minister", "Head of state": "Head of State", "Head of government": "Head of Government"}.get(title, title.title())
        elif heading and "[" in line:
            terms = []
            for term in re.findall(r"\[\s*([<>]?\s*\d{8}(?:\s*-\s*\d{8})?)\s*\]", line):
                days = [day(d) for d in re.findall(r"\d{8}", term)]
                if "<" in term or None in days:
                    continue
                if ">" in term and days[0] < LEADERS_UNTIL:
                    terms.append((days[0], None, LEADERS_UNTIL))
                elif len(days) == 2 and days[0] < days[1]:
                    terms.append((days[0], days[1], GOVERNMENTS_UNTIL))
            if terms:
                yield spellings_of(line), heading, terms


def ministers(block, country):
    """Names and terms of each line of <Government> that says which office went with which term.

    The source joins terms of one code that follow each other and names the first office only. So what is sure is the
    month in which that office began; its end is taken only where the code is as good as the office."""
    section = re.search(r"<Government>(.*?)</Government>", block, re.S)
    for line in section[1].splitlines() if section else ():
        if line.lstrip().startswith("#") or "#" not in line:
            continue
        before, comment = line.strip().split("#", 1)
        titles = [clean(t) for t in comment.split(" & ")]
        codes = re.findall(r"\[([A-Z]+)\s*([<>]?)\s*(\d{8})(?:\s*-\s*(\d{8}))?\]", before)
        if len(titles) != len(codes):
            continue
        terms = []
        for title, (code, sign, start, end) in zip(titles, codes):
            begin = day(start)
            if not code.startswith(country + "GOV") or sign == "<" or not begin or "cting" in title or '"' in title:
                continue
            if not MINISTERS.match(title):
                continue
            begin = begin[:7]
            if begin <= GOVERNMENTS_FROM:
                continue
            alone = ALONE.get(code[6:9], "-") in title
            until = day(end)[:7] if end and day(end) else None
            title = TITLES.get(title, title)
            if alone and until and begin < until:
                terms.append((title, begin, until, GOVERNMENTS_UNTIL))
            elif alone and sign == ">":
                terms.append((title, begin, None, max(GOVERNMENTS_UNTIL, last_day(begin))))
            else:
                terms.append((title, begin, None, last_day(begin)))
        if terms:
            yield spellings_of(before), terms


def chosen(people, words, place_names):
    """Without whom the newer list has, and without names that many bear."""
    newer = defaultdict(set)
    spellings = {row["english"]: row for row in table(HERE / "persons.tsv")}
    everywhere = set()
    for row in data("gazetteer/offices-2011-2018.tsv"):
        more = spellings.get(row["name_en"], {})
        for n in [row["name_en"]] + several(more.get("aliases_en")):
            marks = skeleton(n)
            newer[row["country"]].add((marks[0][:1], marks[-1]))
            everywhere.add(fold(n))
    first, last = Counter(), Counter()
    for p in people:
        parts = fold(p.names[0]).replace("-", " ").split()
        first[parts[0]] += 1
        last[parts[-1]] += 1
    bearers = Counter(n for p in people for n in {fold(n).replace("-", " ") for n in p.names})
    kept = []
    for p in people:
        marks = skeleton(p.names[0])
        if (marks[0][:1], marks[-1]) in newer[p.country] or any(fold(n) in everywhere for n in p.names):
            continue
        good = []
        for n in p.names:
            parts = fold(n).replace("-", " ").split()
            often = len(parts) == 2 and not p.leader and (first[parts[0]] >= FEWEST and last[parts[1]] >= FEWEST or words.both_of_others(parts))
            shared = bearers[fold(n).replace("-", " ")] > 1
            if often or shared or fold(n) in place_names or all(words.english_elsewhere(w) for w in parts):
                continue
            good.append(n)
        if good:
            p.names = good
            kept.append(p)
    return kept


def write_leaders(alpha3, words, place_names, taken):
    titles = {fold(t): several(row["titles_ar"])[0] for row in table(HERE / "offices.tsv") for t in several(row["titles_en"])}
    people = chosen(read_people(alpha3), words, place_names)
    blocks, keys = [], set(taken)
    for p in sorted(people, key=lambda p: (p.country, slug(p.names[0]))):
        key = slug(p.names[0])
        if key in keys:
            key += "-" + p.country.lower()
        if key in keys or not key:
            continue
        keys.add(key)
        terms = sorted(set(p.terms), key=lambda t: (t[1], t[0], t[2] or ""))
        blocks.append(
            statement(
                f"person:{key}",
                [
                    ("a", "kh:Person"),
                    ("rdfs:label", [literal(p.names[0], "en")]),
                    ("skos:altLabel", named(p.names[1:], "en")),
                    ("kh:country", f"org:{p.country.lower()}"),
                    ("kh:hasTenure", [f"tenure:{key}-{i}" for i in range(len(terms))]),
                ],
                compact=True,
            )
        )
        for i, (office, begin, end, known) in enumerate(terms):
            arabic = titles.get(fold(office))
            blocks.append(
                statement(
                    f"tenure:{key}-{i}",
                    [
                        ("a", "kh:Tenure"),
                        ("rdfs:label", [literal(office, "en")] + named([arabic] if arabic else [], "ar")),
                        ("kh:holder", f"person:{key}"),
                        ("kh:officeOf", f"org:{p.country.lower()}"),
                        ("kh:from", date(begin)),
                        ("kh:to", date(end) if end else ""),
                        ("kh:knownUntil", date(known)),
                    ],
                    compact=True,
                )
            )
    write(
        "leaders",
        """Heads of state and government from about 1960, ministers from 2003, up to 2011.
CountryInfo (Philip A. Schrodt, from rulers.org and lists of governments; CC BY-SA 3.0; changed: names written with
small letters, hyphens put to Arabic articles, names that many bear left out). Its names are English ones only; Arabic
titles are those of offices.ttl. Lists of leaders end about 2009, of governments in February 2011: an open end is unknown
after that. Where the source joins offices that followed each other, only the month of the first's beginning is stated.""",
        [
            ("rdfs:label", '"Leaders and ministers up to 2011"@en, "القادة والوزراء حتى 2011"@ar'),
            ("dct:source", COUNTRYINFO),
            ("dct:license", f"<{CC_BY_SA_3}>"),
        ],
        blocks,
    )
