#!/usr/bin/env python3
"""Distils the words that very many people's names share into src/main/resources/names/common-name-words.txt.

    KHABAR_DATA=DIR python3 src/distil/common_names.py

Source: names/wd_arabic_* (names of people in Wikidata, English with Arabic, CC0 1.0), with the number of people that bear
each. A word is kept from 50 bearers on, Arabic words in normal form (khabar.text.Normaliser), Latin ones in lower case
without accents. The output is sorted: running the program again on the same data writes the same bytes.
"""
import collections
import os
import re

from names import DATA, OUT, arabic, latin

BEARERS = 50


def main():
    bearers = collections.Counter()
    for part in ("wd_arabic_80", "wd_arabic_20"):
        with open(os.path.join(DATA, "names", part), encoding="utf-8") as lines:
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                if len(fields) < 3:
                    continue
                bearers[arabic(fields[1].replace(" ", ""))] += int(fields[2])
                bearers[latin(fields[0])] += int(fields[2])
    kept = sorted(
        word for word, count in bearers.items() if count >= BEARERS and re.fullmatch("[\u0621-\u064aa-z]{2,}", word)
    )
    with open(os.path.join(OUT, "common-name-words.txt"), "w", encoding="utf-8", newline="\n") as out:
        out.write("# Words that the names of 50 people or more share. Made by src/distil/common_names.py; do not edit.\n")
        out.write("# Source: names of people in Wikidata (CC0 1.0).\n")
        for word in kept:
            out.write(word + "\n")
    print("common-name-words.txt", len(kept))


if __name__ == "__main__":
    main()
