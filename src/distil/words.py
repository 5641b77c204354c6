"""Which names are everyday words or people's names too."""

import re
import unicodedata
from collections import Counter
from functools import cache

from reading import DATA


ALIKE = str.maketrans("إأآٱىئةؤ", "ااااييهو", "ـ'’‘ʻʼʾʿ`")


@cache
def fold(word):
    """As khabar.text.Normaliser, as far as Arabic and plain Latin words go."""
    word = word.translate(ALIKE)
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return word.lower()


class Words:
    """Which one-word names are everyday words or people's names too, by what corpora and a dictionary show."""

    def __init__(self):
        self.arabic = Counter()
        self.places = Counter()
        for line in (DATA / "anercorp/train.txt").read_text(encoding="utf-8").splitlines():
            token, _, tag = line.rpartition(" ")
            # A club or firm that is called after a city does not make the city's name a common word.
            if not tag.endswith(("ORG", "MISC")):
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

        self.elsewhere = set()
        for name in ("CAMEO.verbpatterns.txt", "Phoenix.agents.txt", "CAMEO.Manual.1.1b3.tex", "PETR.UnitTest.records.xml"):
            text = (DATA / "petrarch-en" / name).read_text(encoding="utf-8", errors="replace")
            self.elsewhere |= {w.lower() for w in re.findall(r"\b(?:[a-z]{3,}|[A-Z]{3,})\b", text)}
        for line in (DATA / "ner-en/WNUT17/wnut17train.conll").read_text(encoding="utf-8").splitlines():
            token = line.split("\t")[0]
            if token.islower() and token.isalpha():
                self.elsewhere.add(token)

        self.others = set()
        for name in ("wikigold/wikigold.conll.txt", "WNUT17/wnut17train.conll"):
            for line in (DATA / "ner-en" / name).read_text(encoding="utf-8").splitlines():
                token, _, tag = line.replace("\t", " ").rpartition(" ")
                if tag in ("I-PER", "B-person", "I-person"):
                    self.others.add(fold(token))

        self.people = set()
        for name in ("wd_arabic_20", "wd_arabic_80"):
            for line in (DATA / "names" / name).read_text(encoding="utf-8").splitlines():
                latin, arabic = line.split("\t")[:2]
                self.people |= {fold(latin), fold(arabic.replace(" ", ""))}

    def person(self, name):
        return " " not in name and fold(name) in self.people

    def arabic_in_text(self, name):
        word = fold(name)
        return " " not in word and self.arabic[word] >= 2 and self.arabic[word] > self.places[word]

    def arabic_in_dictionary(self, name):
        word = fold(name)
        bare = word[2:] if word.startswith("ال") else word
        return " " not in word and (bare in self.dictionary or word in self.dictionary) and not self.places[word]

    def arabic_with_and(self, name):
        """وان is "and that" before it is Van."""
        word = fold(name)
        return word.startswith("و") and self.arabic[word[1:]] >= 20

    def english_stop_word(self, name):
        return self.english[fold(name)] >= 20

    def english_words(self, name):
        """Olive Branch."""
        parts = fold(name).split()
        return len(parts) > 1 and all(self.english[part] > 0 for part in parts)

    def both_of_others(self, parts):
        """Whether other people in the news bear each word of a name: George Wallace."""
        return all(part in self.others for part in parts)

    def english_elsewhere(self, name):
        """Made of words of the dictionaries of verbs and agents, of their manual or of short messages: Independence."""
        parts = [part for part in re.split(r"[ -]", fold(name)) if part]
        return all(part in self.elsewhere or self.english[part] > 0 for part in parts)

    def english_word(self, name):
        word = fold(name)
        return word.isalpha() and (len(word) <= 3 or self.english[word] > 0)
