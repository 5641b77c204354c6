#!/usr/bin/env python3
"""Learns how Latin and Arabic letters stand for each other in names, and lists how frequent names are written:
transliteration.txt and name-tokens.txt in src/main/resources/gazetteer.

    KHABAR_DATA=/path/to/data python3 src/distil/transliteration.py [output folder]

Python 3.9 or newer, standard library only; some minutes. The same input gives the same bytes. A memoryless stochastic
transducer (Ristad and Yianilos, Learning String-Edit Distance, IEEE PAMI 20(5), 1998) over units of up to three Latin
and two Arabic letters is fitted by expectation maximisation to pairs of name tokens. Held out, for the test of
khabar.gazetteer.Letters: all of wd_arabic_20, and every tenth line of ar2en.txt. The list of names is made of all.
"""

import math
import sys

from collections import Counter, defaultdict
from pathlib import Path

sys.argv, output = sys.argv[:1], sys.argv[1:]
from reading import DATA, HERE
from words import fold

ROUNDS = 7
FEWEST = 2.5
FREQUENT = 5
SPELLINGS = 3
SHAPES = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2), (3, 1), (2, 0)]
LATIN = dict(zip("ıøłđðþæœ", ["i", "o", "l", "d", "d", "th", "ae", "oe"]), ß="ss")
LETTERS = set("ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچڤگژ")


def latin(word):
    plain = "".join(LATIN.get(c, c) for c in fold(word))
    return plain if plain and all("a" <= c <= "z" for c in plain) else None


def arabic(word):
    """As Normaliser: forms of alif and hamza and Persian letters are one with the plain ones."""
    plain = fold(word).translate(str.maketrans("پچڤگ", "بجفك"))
    return plain if plain and all(c in LETTERS for c in plain) else None


def pairs():
    """Latin token, Arabic token, how sure."""
    counts = Counter()
    for line in (DATA / "names/wd_arabic_80").read_text(encoding="utf-8").splitlines():
        left, right, often = line.split("\t")
        counts[latin(left), arabic(right.replace(" ", ""))] += min(int(often), 4)
    for i, line in enumerate((DATA / "names/google-transliteration/ar2en.txt").read_text(encoding="utf-8").splitlines()):
        right, left = line.split("\t")
        if i % 10 and " " not in left:
            counts[latin(left), arabic(right)] += 1
    for (left, right), often in sorted(counts.items(), key=str):
        if left and right and 2 <= len(left) <= 14 and 2 <= len(right) <= 12:
            left, right = without_article(left, right)
            yield "^" + left + "$", "^" + right + "$", 1 + math.log(often)


def without_article(left, right):
    """Of Douagi and الدوعاجي the article is no letter's counterpart."""
    if right.startswith("ال") and len(right) > 4 and not left.startswith(("al", "el", "il", "ul")):
        return left, right[2:]
    return left, right


def fit(training):
    weights = None
    for round in range(ROUNDS):
        counts = defaultdict(float)
        for left, right, weight in training:
            count(left, right, weight, weights, counts)
        if round == ROUNDS - 2:
            counts = {unit: c for unit, c in counts.items() if c >= FEWEST}
        total = sum(counts.values())
        weights = {unit: c / total for unit, c in counts.items()}
        print(f"round {round + 1}: {len(weights)} units", file=sys.stderr)
    return {unit: w for unit, w in weights.items() if counts[unit] >= FEWEST}


def start(left, right):
    """Before anything is known: short units, and the ends of words stand for each other."""
    if ("^" in left) != ("^" in right) or ("$" in left) != ("$" in right):
        return 0.0
    return 0.02 ** (len(left) + len(right))


def steps(left, right, weights):
    """Every unit that fits somewhere: from, to, probability."""
    found = {}
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            for a, b in SHAPES:
                if i + a <= len(left) and j + b <= len(right):
                    unit = (left[i : i + a], right[j : j + b])
                    weight = start(*unit) if weights is None else weights.get(unit, 0.0)
                    if weight:
                        found.setdefault((i, j), []).append((i + a, j + b, unit, weight))
    return found


def count(left, right, weight, weights, counts):
    """Forward and backward over one pair; what each unit is expected to have done is added to the counts."""
    found = steps(left, right, weights)
    cells = sorted(found)
    forward = {(0, 0): 1.0}
    for cell in cells:
        here = forward.get(cell)
        if here:
            for i, j, _, p in found[cell]:
                forward[i, j] = forward.get((i, j), 0.0) + here * p
    end = (len(left), len(right))
    whole = forward.get(end)
    if not whole:
        return
    backward = {end: 1.0}
    for cell in reversed(cells):
        here = forward.get(cell)
        after = 0.0
        for i, j, unit, p in found[cell]:
            rest = p * backward.get((i, j), 0.0)
            if rest:
                after += rest
                if here:
                    counts[unit] += weight * here * rest / whole
        if after:
            backward[cell] = after


def letters(words):
    counts = Counter()
    for word, weight in words:
        for c in word:
            counts[c] += weight
    total = sum(counts.values())
    return {c: n / total for c, n in counts.items()}


def write_units(path):
    training = list(pairs())
    print(f"{len(training)} pairs", file=sys.stderr)
    units = fit(training)
    alone = [letters((left, w) for left, _, w in training), letters((right, w) for _, right, w in training)]
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(
            "# How Latin and Arabic letters stand for each other in names: the gain of reading the one as the other over\n"
            "# reading both alone, in hundredths of a natural logarithm. ^ and $ are the ends of a word.\n"
            "# Learnt from English-Arabic name tokens of Wikidata (wd_arabic_80, CC0 1.0) and of the Google transliteration\n"
            "# pairs (Apache License 2.0). Made by src/distil/transliteration.py; do not edit here.\n"
        )
        for (left, right), weight in sorted(units.items()):
            gain = math.log(weight) - sum(math.log(alone[0][c]) for c in left) - sum(math.log(alone[1][c]) for c in right)
            out.write(f"{left}\t{right}\t{round(100 * gain)}\n")


def write_tokens(path):
    """Frequent names with the one to three spellings that are attested more than once."""
    counts, listed = defaultdict(Counter), defaultdict(set)
    for name in ("wd_arabic_80", "wd_arabic_20"):
        for line in (DATA / "names" / name).read_text(encoding="utf-8").splitlines():
            left, right, often = line.split("\t")
            counts[latin(left)][arabic(right.replace(" ", ""))] += int(often)
    for line in (DATA / "names/google-transliteration/ar2en.txt").read_text(encoding="utf-8").splitlines():
        right, left = line.split("\t")
        listed[latin(left)].add(arabic(right))
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(
            "# How frequent names of persons are written in Arabic, the most frequent spelling first; for matching only.\n"
            "# English-Arabic name tokens of Wikidata (wd_arabic_80 and _20, CC0 1.0) and Google transliteration pairs (Apache\n"
            "# License 2.0). Made by src/distil/transliteration.py; do not edit here.\n"
        )
        for left in sorted(left for left in counts if left):
            found = counts[left]
            if sum(found.values()) < FREQUENT:
                continue
            sure = [w for w, n in sorted(found.items(), key=lambda e: (-e[1], str(e[0]))) if w and (n > 1 or w in listed[left])]
            if sure:
                out.write(f"{left}\t{' '.join(sure[:SPELLINGS])}\n")


def main():
    folder = Path(output[0]) if output else HERE.parent / "main/resources/gazetteer"
    write_tokens(folder / "name-tokens.txt")
    write_units(folder / "transliteration.txt")


if __name__ == "__main__":
    main()
