"""Outlines of countries for the maps on the pages: KHABAR_DATA=folder python3 src/distil/outlines.py

Shapes of Natural Earth (public domain) through world-atlas 2.0.2 (ISC). Borders are shared arcs in the source and are
thinned as such, so that neighbours still meet. Coordinates are hundredths of a degree: of a ring the first point, then
steps; a ring that has less than three points left is dropped, and so is Antarctica, which is around the pole.
"""

import json

from reading import DATA, HERE, table

OUT = HERE.parent / "main/resources/khabar/browse/figure"
HEADING = """# Outlines of countries, 1:{scale}. Natural Earth, public domain, through world-atlas 2.0.2 (ISC); made by src/distil/outlines.py.
# ISO 3166-1 alpha-2, where the source has a code, then the rings: hundredths of a degree east,north, then steps.
"""


def thinned(points, tolerance):
    """Douglas-Peucker, without recursion; ends stay."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        (x0, y0), (x1, y1) = points[first], points[last]
        dx, dy = x1 - x0, y1 - y0
        length = (dx * dx + dy * dy) ** 0.5
        far, at = 0, None
        for i in range(first + 1, last):
            x, y = points[i]
            off = abs(dx * (y - y0) - dy * (x - x0)) / length if length else ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
            if off > far:
                far, at = off, i
        if at is not None and far > tolerance:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def arcs(topology, tolerance):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield [(round(x * 100), round(y * 100)) for x, y in thinned(points, tolerance)]


def ring(indexes, all_arcs):
    points = []
    for index in indexes:
        arc = all_arcs[index] if index >= 0 else all_arcs[~index][::-1]
        points += arc[1:] if points else arc
    return [point for i, point in enumerate(points) if i == 0 or point != points[i - 1]]


def unrolled(points):
    """A ring across the 180th meridian goes on beyond it, and stands there a second time, from the other side."""
    turned = [points[0]]
    for x, y in points[1:]:
        while x - turned[-1][0] > 18000:
            x -= 36000
        while x - turned[-1][0] < -18000:
            x += 36000
        turned.append((x, y))
    if all(-18000 <= x <= 18000 for x, _ in turned):
        return [turned]
    back = -36000 if max(x for x, _ in turned) > 18000 else 36000
    return [turned, [(x + back, y) for x, y in turned]]


def written(points):
    x, y = points[0]
    steps = [f"{x},{y}"]
    for to_x, to_y in points[1:-1]:
        steps.append(f"{to_x - x},{to_y - y}")
        x, y = to_x, to_y
    return " ".join(steps)


def distil(scale, tolerance):
    topology = json.loads((DATA / f"map/countries-{scale}.json").read_text(encoding="utf-8"))
    codes = {row["numeric"]: row["alpha2"] for row in table(HERE / "iso3166.tsv")}
    all_arcs = list(arcs(topology, tolerance))
    lines = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [turned for polygon in polygons for indexes in polygon for turned in unrolled(ring(indexes, all_arcs))]
        rings = [written(points) for points in rings if len(points) > 3]
        if rings and codes.get(shape.get("id")) != "AQ":
            lines.append(codes.get(shape.get("id"), "-") + "\t" + "|".join(rings))
    OUT.mkdir(parents=True, exist_ok=True)
    text = HEADING.format(scale=scale) + "\n".join(sorted(lines)) + "\n"
    (OUT / f"countries-{scale}.tsv").write_text(text, encoding="utf-8")
    print(scale, len(lines), "countries", len(text), "characters")


if __name__ == "__main__":
    distil("110m", 0.05)
    distil("50m", 0.02)
