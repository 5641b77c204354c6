package khabar.browse.figure;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A map without tiles: the countries of a window, and places on it as circles with their numbers.
 *
 * @param lands paths of countries, in tenths of the drawing's units
 * @param countries names of countries, where there is room
 * @param marks circles, the smallest last so that none hides another
 * @param spots all of them, the largest first: the table
 */
public record Atlas(List<String> lands, List<Name> countries, List<Mark> marks, List<Spot> spots) {
    /** Of the drawing, in units of its own. */
    static final int WIDTH = 640;

    static final int HEIGHT = 380;

    /** Wider than so many degrees the coarse outlines do. */
    private static final double FINE_BELOW = 50;

    /** Circles nearer to each other than this are one. */
    private static final double NEAR = 22;

    /** A path is drawn in tenths; steps shorter than this do not show. */
    private static final double STEP = 6;

    /** Where letters of this many units in width are on an average face of 13 units. */
    private static final double LETTER = 7;

    private static final double LINE = 15;

    private static final Comparator<Mark> SMALLEST_LAST =
            Comparator.comparingDouble(Mark::radius).reversed();

    /** So many times as large a narrow window draws names, which then want more room. */
    private static final double ENLARGED = 1.6;

    /**
     * A word on the map.
     *
     * @param x where the word is held, {@code y} its base line
     * @param anchor what is at {@code x}, in SVG: start, middle or end
     * @param crowded whether it has no room in a narrow window, where words are larger
     */
    public record Name(String text, String lang, double x, double y, String anchor, boolean crowded) {}

    /**
     * A circle for one place, or for several that lie too near to each other.
     *
     * @param first the place with the most, by which the circle is named
     * @param places how many it stands for
     * @param label where its name stands, if there is room
     */
    public record Mark(double x, double y, double radius, long count, Spot first, int places, Optional<Name> label) {
        public boolean several() {
            return places > 1;
        }

        Mark with(Name name) {
            return new Mark(x, y, radius, count, first, places, Optional.of(name));
        }
    }

    public String viewBox() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    public boolean isEmpty() {
        return spots.isEmpty();
    }

    /**
     * A map of the part of the world where these places lie.
     *
     * @param locale in which countries are named
     */
    public static Atlas of(List<Spot> some, Locale locale) {
        List<Spot> spots = some.stream().sorted(Spot.LARGEST_FIRST).toList();
        Window window = Window.around(spots, WIDTH, HEIGHT);
        List<String> lands = new ArrayList<>();
        List<Mark> marks = marks(window, spots);
        List<Box> taken = new ArrayList<>(marks.stream().map(Atlas::box).toList());
        List<Box> enlarged = new ArrayList<>(taken);
        List<Mark> labelled = marks.stream()
                .map(mark -> label(mark, taken, enlarged))
                .sorted(SMALLEST_LAST)
                .toList();
        List<Name> countries = new ArrayList<>();
        for (Land land : LANDS.get(new View(window, locale))) {
            lands.add(land.path());
            land.name().filter(name -> free(box(name, 1), taken)).ifPresent(name -> {
                taken.add(box(name, 1));
                countries.add(name);
            });
        }
        return new Atlas(lands, countries, labelled, spots);
    }

    /** What a map shows before anything stands on it; many things are at the same few places. */
    private record View(Window window, Locale locale) {}

    /** The part of a country that shows, and its name where it is large enough. */
    private record Land(String path, Optional<Name> name) {}

    private static final int MOST_VIEWS = 200;

    private static final LoadingCache<View, List<Land>> LANDS =
            Caffeine.newBuilder().maximumSize(MOST_VIEWS).build(Atlas::lands);

    private static List<Land> lands(View view) {
        Window window = view.window();
        List<Outlines.Country> world = window.box().width() < FINE_BELOW ? Outlines.FINE : Outlines.COARSE;
        List<Land> lands = new ArrayList<>();
        for (Outlines.Country country : world) {
            List<Ring> parts = country.shapes().stream()
                    .filter(shape -> shape.box().meets(window.box()))
                    .map(shape -> window.project(shape.ring()).within(new Box(-8, -8, WIDTH + 8, HEIGHT + 8)))
                    .filter(ring -> ring.size() > 2)
                    .toList();
            if (!parts.isEmpty()) {
                lands.add(new Land(path(parts), name(country.code(), parts, view.locale())));
            }
        }
        return lands;
    }

    private static List<Mark> marks(Window window, List<Spot> spots) {
        List<List<Spot>> clusters = new ArrayList<>();
        for (Spot spot : spots) {
            clusters.stream()
                    .filter(cluster -> distance(window, cluster.getFirst(), spot) < NEAR)
                    .findFirst()
                    .ifPresentOrElse(cluster -> cluster.add(spot), () -> clusters.add(new ArrayList<>(List.of(spot))));
        }
        return clusters.stream()
                .map(cluster -> {
                    Spot first = cluster.getFirst();
                    long count = cluster.stream().mapToLong(Spot::count).sum();
                    return new Mark(
                            window.x(first.longitude()),
                            window.y(first.latitude()),
                            Math.min(26, 6 + 3 * Math.sqrt((double) count)),
                            count,
                            first,
                            cluster.size(),
                            Optional.empty());
                })
                .toList();
    }

    private static double distance(Window window, Spot one, Spot other) {
        return Math.hypot(
                window.x(one.longitude()) - window.x(other.longitude()),
                window.y(one.latitude()) - window.y(other.latitude()));
    }

    /** Beside the circle, else above or below it, where nothing else stands yet. */
    private static Mark label(Mark mark, List<Box> taken, List<Box> enlarged) {
        double beside = mark.radius() + 4;
        List<Name> places = List.of(
                name(mark, beside, 4, "start"),
                name(mark, -beside, 4, "end"),
                name(mark, 0, -mark.radius() - 4, "middle"),
                name(mark, 0, mark.radius() + LINE - 3, "middle"));
        return places.stream()
                .filter(name -> free(box(name, 1), taken))
                .findFirst()
                .map(name -> {
                    taken.add(box(name, 1));
                    boolean crowded = !free(box(name, ENLARGED), enlarged);
                    if (!crowded) {
                        enlarged.add(box(name, ENLARGED));
                    }
                    return mark.with(new Name(name.text(), name.lang(), name.x(), name.y(), name.anchor(), crowded));
                })
                .orElse(mark);
    }

    private static Name name(Mark mark, double right, double down, String anchor) {
        return new Name(mark.first().name(), mark.first().lang(), mark.x() + right, mark.y() + down, anchor, false);
    }

    private static boolean free(Box box, List<Box> taken) {
        return new Box(0, 0, WIDTH, HEIGHT).holds(box) && taken.stream().noneMatch(box::meets);
    }

    private static Box box(Name name, double times) {
        double width = name.text().length() * LETTER * times;
        double left = switch (name.anchor()) {
            case "start" -> name.x();
            case "end" -> name.x() - width;
            default -> name.x() - width / 2;
        };
        return new Box(left, name.y() - (LINE - 3) * times, left + width, name.y() + 3 * times);
    }

    private static Box box(Mark mark) {
        return new Box(mark.x(), mark.y(), mark.x(), mark.y()).grown(mark.radius());
    }

    /** In the middle of the largest part that shows, where it is large enough. */
    private static Optional<Name> name(String code, List<Ring> parts, Locale locale) {
        Ring largest = parts.stream()
                .max(Comparator.comparingDouble(ring -> Math.abs(ring.area())))
                .orElseThrow();
        String name = code.equals("-") ? "" : Locale.of("", code).getDisplayCountry(locale);
        Box box = largest.within(new Box(0, 0, WIDTH, HEIGHT)).box();
        boolean room = box.width() > name.length() * LETTER && Math.abs(largest.area()) > 2 * 60 * LINE;
        return name.isEmpty() || !room
                ? Optional.empty()
                : Optional.of(new Name(
                        name,
                        locale.getLanguage(),
                        (box.west() + box.east()) / 2,
                        (box.south() + box.north()) / 2,
                        "middle",
                        false));
    }

    private static String path(List<Ring> rings) {
        StringBuilder path = new StringBuilder();
        for (Ring ring : rings) {
            long x = Math.round(10 * ring.x(0));
            long y = Math.round(10 * ring.y(0));
            path.append('M').append(x).append(' ').append(y).append('l');
            for (int i = 1; i < ring.size(); i++) {
                long toX = Math.round(10 * ring.x(i));
                long toY = Math.round(10 * ring.y(i));
                if (Math.abs(toX - x) + Math.abs(toY - y) >= STEP) {
                    path.append(toX - x).append(' ').append(toY - y).append(' ');
                    x = toX;
                    y = toY;
                }
            }
            path.append('z');
        }
        return path.toString();
    }
}
