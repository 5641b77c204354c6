package khabar.browse.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Actors on a circle, joined where they have a part in the same events; or one actor in the middle, and those around it.
 *
 * @param total how many actors there are, drawn or not
 */
public record Network(List<Knot> knots, List<Line> lines, long total) {
    static final int WIDTH = 640;
    static final int HEIGHT = 400;

    /** So many are drawn around the middle. */
    public static final int MOST = 12;

    private static final double ACROSS = 150;
    private static final double DOWN = 160;
    private static final int LONGEST = 20;

    /**
     * Who stands in the figure.
     *
     * @param href of its page, or of what is told of it in this figure
     */
    public record Party(String name, String lang, String href) {
        /** The name as far as there is room. */
        public String shortName() {
            return name.codePointCount(0, name.length()) <= LONGEST
                    ? name
                    : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
        }
    }

    /**
     * The events that two have in common.
     *
     * @param href where they are told
     */
    public record Tie(Party one, Party other, String href, long events, long cooperation, long conflict) {
        /** What most of their events are. */
        public Side side() {
            return cooperation > conflict ? Side.COOPERATION : conflict > cooperation ? Side.CONFLICT : Side.NEITHER;
        }
    }

    /**
     * Where a party stands.
     *
     * @param anchor of the name in SVG: start, middle or end
     */
    public record Knot(Party party, double x, double y, double nameX, double nameY, String anchor, boolean middle) {}

    /**
     * The line between two parties.
     *
     * @param thick of the line
     */
    public record Line(Tie tie, double fromX, double fromY, double toX, double toY, double thick) {
        /** Where the number of events stands: nearer to the end, where lines are apart. */
        public double numberX() {
            return Drawing.tenth(fromX + 0.6 * (toX - fromX));
        }

        public double numberY() {
            return Drawing.tenth(fromY + 0.6 * (toY - fromY) + 5);
        }
    }

    public String viewBox() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** How many are drawn, the one in the middle aside. */
    public long drawn() {
        return knots.stream().filter(knot -> !knot.middle()).count();
    }

    /** Whether one party stands in the middle, and the others around it. */
    public boolean around() {
        return knots.stream().anyMatch(Knot::middle);
    }

    /** Whether any line stands for cooperation or conflict. */
    public boolean sided() {
        return lines.stream().anyMatch(line -> line.tie().side() != Side.NEITHER);
    }

    public boolean cut() {
        return drawn() < total;
    }

    /**
     * One party and those who share most events with it.
     *
     * @param ties of {@code middle}, which is the one in each, those of the most events first
     */
    public static Network around(Party middle, List<Tie> ties, long total) {
        List<Tie> drawn = ties.subList(0, Math.min(MOST, ties.size()));
        List<Party> others = drawn.stream().map(Tie::other).toList();
        List<Knot> knots = new ArrayList<>(circle(others));
        knots.addFirst(new Knot(middle, WIDTH / 2.0, HEIGHT / 2.0, WIDTH / 2.0, HEIGHT / 2.0 - 18, "middle", true));
        return joined(knots, drawn, total);
    }

    /** Those of the ties with the most events, each with one other at least, and all ties between them. */
    public static Network among(List<Tie> ties, long total) {
        List<Tie> strongest = ties.stream()
                .sorted(Comparator.comparingLong(Tie::events).reversed())
                .toList();
        Set<Party> chosen = new LinkedHashSet<>();
        for (Tie tie : strongest) {
            Set<Party> wider = new LinkedHashSet<>(chosen);
            wider.add(tie.one());
            wider.add(tie.other());
            if (wider.size() <= MOST) {
                chosen = wider;
            }
        }
        Map<Party, Long> events = new LinkedHashMap<>();
        ties.forEach(tie -> {
            events.merge(tie.one(), tie.events(), Long::sum);
            events.merge(tie.other(), tie.events(), Long::sum);
        });
        events.keySet().retainAll(chosen);
        List<Party> most = events.entrySet().stream()
                .sorted(Map.Entry.<Party, Long>comparingByValue()
                        .reversed()
                        .thenComparing(one -> one.getKey().href()))
                .map(Map.Entry::getKey)
                .toList();
        return joined(
                circle(most),
                strongest.stream()
                        .filter(tie -> most.contains(tie.one()) && most.contains(tie.other()))
                        .toList(),
                total);
    }

    private static Network joined(List<Knot> knots, List<Tie> ties, long total) {
        Map<Party, Knot> byParty = new LinkedHashMap<>();
        knots.forEach(knot -> byParty.put(knot.party(), knot));
        long most = ties.stream().mapToLong(Tie::events).max().orElse(1);
        List<Line> lines = new ArrayList<>();
        for (Tie tie : ties) {
            Knot from = byParty.get(tie.one());
            Knot to = byParty.get(tie.other());
            if (from != null && to != null) {
                lines.add(new Line(
                        tie, from.x(), from.y(), to.x(), to.y(), Drawing.tenth(1.5 + 5.0 * tie.events() / most)));
            }
        }
        return new Network(knots, lines, total);
    }

    private static List<Knot> circle(List<Party> parties) {
        List<Knot> knots = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            double angle = 2 * Math.PI * i / parties.size() - Math.PI / 2;
            double beside = Math.cos(angle);
            double x = WIDTH / 2.0 + ACROSS * beside;
            double y = HEIGHT / 2.0 + DOWN * Math.sin(angle);
            boolean atop = Math.abs(beside) < 0.2;
            knots.add(new Knot(
                    parties.get(i),
                    Drawing.tenth(x),
                    Drawing.tenth(y),
                    Drawing.tenth(atop ? x : x + Math.signum(beside) * 14),
                    Drawing.tenth(atop ? y + (y < HEIGHT / 2.0 ? -14 : 24) : y + 5),
                    atop ? "middle" : beside > 0 ? "start" : "end",
                    false));
        }
        return knots;
    }
}
