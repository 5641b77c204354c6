#!/usr/bin/env python3
"""Distils rdf/gazetteer/*.ttl from the data folder and the hand-written tables beside this file.

    KHABAR_DATA=/path/to/data python3 src/distil/gazetteer.py [output folder, default rdf/gazetteer]

Python 3.9 or newer, standard library only. The same input gives the same bytes. What no source states is left out:
names, codes, dates and coordinates are copied, never made up; the one thing computed is the representative point of a
country (kh:pointDerived).
"""

import sys

sys.dont_write_bytecode = True

from cities import area_names, read_cities, write_areas, write_cities
from countries import nationalities_of_countryinfo, points, read_countries, write_countries
from groups import names_by_hand, write_groups
from leaders import write_leaders
from offices import write_offices, write_persons
from organisations import write_heads, write_organisations
from words import Words, fold


def main():
    all_countries = read_countries()
    codes = {c.alpha2: c.alpha3 for c in all_countries}
    words = Words()
    found, earth = read_cities()
    kept = [c for c in found if c.wanted()]
    capitals = {c.country: c.key for c in kept if c.feature == "PPLC"}
    write_countries(all_countries, capitals, nationalities_of_countryinfo(codes), points(all_countries))
    # "Somali" is an adjective before it is an area of Ethiopia.
    nationalities = {adjective for c in all_countries for adjective in c.english}
    areas = area_names(found, earth)
    write_areas(kept, areas, codes, nationalities, words)
    write_cities(kept, codes, words, list(areas.values()) + [name for c in all_countries for name in c.english_names()])
    write_organisations()
    write_heads()
    write_offices()
    persons = write_persons()
    place_names = {fold(n) for c in kept for n in [c.english] + c.english_aliases}
    write_leaders(codes, words, place_names, persons)
    write_groups(all_countries, words, names_by_hand(), place_names)


if __name__ == "__main__":
    main()
