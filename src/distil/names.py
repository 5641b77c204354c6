#!/usr/bin/env python3
"""Distils the words of which people's names are made from the open name lists into src/main/resources/names/.

    KHABAR_DATA=DIR python3 src/distil/names.py

Sources: names/wd_arabic_* (names of people in Wikidata, English with Arabic, CC0 1.0) and
names/google-transliteration/ar2en.txt (Arabic names with Latin spellings, Apache 2.0).
A word is kept from three people on. Arabic words are in normal form (khabar.text.Normaliser). Words that Arabic text
uses for other things (more often no part of a person's name than part of one in the first four fifths of the training part
of ANERcorp, from three uses on) are left out, and English words that the corpora of ner-en have in lower case twice or more: such counts
are facts about words, no sentence is kept.
The output is sorted: running the program again on the same data writes the same bytes.
"""
import collections
import os
import re
import unicodedata

DATA = os.environ["KHABAR_DATA"]
OUT = os.path.join(os.path.dirname(__file__), "..", "main", "resources", "names")

FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه"})


def arabic(word):
    word = re.sub("[\u064b-\u065f\u0670\u0640]", "", word)
    return word.translate(FOLD)


def latin(word):
    plain = unicodedata.normalize("NFD", word.lower())
    return re.sub("[^a-z]", "", plain)


def main():
    people = collections.Counter()
    western = collections.Counter()
    for part in ("wd_arabic_80", "wd_arabic_20"):
        with open(os.path.join(DATA, "names", part), encoding="utf-8") as lines:
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                if len(fields) < 3:
                    continue
                people[arabic(fields[1].replace(" ", ""))] += int(fields[2])
                western[latin(fields[0])] += int(fields[2])
    with open(os.path.join(DATA, "names", "google-transliteration", "ar2en.txt"), encoding="utf-8") as lines:
        for line in lines:
            name, latin_name = line.rstrip("\n").split("\t")[:2]
            if re.fullmatch("[\u0621-\u064a]{3,}", name):
                people[arabic(name)] += 3
    inside, outside = collections.Counter(), collections.Counter()
    with open(os.path.join(DATA, "anercorp", "train.txt"), encoding="utf-8") as corpus:
        sentences = corpus.read().strip().split("\n\n")
    # The last fifth is what khabar.names.NamesEvaluation measures on.
    for sentence in sentences[: len(sentences) * 4 // 5]:
        for line in sentence.split("\n"):
            fields = line.split()
            if len(fields) == 2:
                (inside if "PERS" in fields[1] else outside)[arabic(fields[0])] += 1
    kept = sorted(
        word
        for word, count in people.items()
        if count >= 3 and re.fullmatch("[\u0621-\u064a]{2,}", word) and not (outside[word] >= 3 and outside[word] > inside[word])
    )
    lower = collections.Counter()
    for corpus in ("wikigold/wikigold.conll.txt", "WNUT17/wnut17train.conll", "re3d/re3d-train.conll"):
        with open(os.path.join(DATA, "ner-en", corpus), encoding="utf-8") as lines:
            lower.update(line.split()[0] for line in lines if line.split() and line[0].islower())
    english = sorted(
        word for word, count in western.items() if count >= 5 and len(word) >= 3 and lower[word] < 2
    )
    write("name-words-ar.txt", kept)
    write("name-words-en.txt", english)


def write(name, words):
    with open(os.path.join(OUT, name), "w", encoding="utf-8", newline="\n") as out:
        out.write("# Words of which people's names are made. Made by src/distil/names.py; do not edit.\n")
        out.write("# Source: names of people in Wikidata (CC0 1.0); google/transliteration, ar2en (Apache-2.0).\n")
        for word in words:
            out.write(word + "\n")
    print(name, len(words))


if __name__ == "__main__":
    main()
