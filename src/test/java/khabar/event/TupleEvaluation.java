package khabar.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabar.article.Article;
import khabar.gazetteer.Gazetteer;
import khabar.names.Names;
import khabar.text.Segmenter;
import org.junit.jupiter.api.Test;

/**
 * Who did what to whom, where and when, in the articles of the sample against {@code tuple-gold.tsv}, through the whole line
 * from the text on; run by {@code -Dtest=TupleEvaluation}. Each report is held against one event of its article at most. A
 * tuple is right if type, actors, recipients, place, date and status are. Shows what is wrong in articles that are not held.
 */
class TupleEvaluation {
    private static final List<String> SLOTS =
            List.of("type", "actor", "recipient", "place", "date", "status", "full tuple");

    /** Right, told and to be told, of one slot. */
    private static final class Count {
        private int right;
        private int told;
        private int gold;

        void add(int right, int told, int gold) {
            this.right += right;
            this.told += told;
            this.gold += gold;
        }

        @Override
        public String toString() {
            double precision = told == 0 ? 0 : 100.0 * right / told;
            double recall = gold == 0 ? 0 : 100.0 * right / gold;
            double f = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            return "P %5.1f R %5.1f F %5.1f (%d right, %d told, %d to tell)"
                    .formatted(precision, recall, f, right, told, gold);
        }
    }

    private static final double[] BINS = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01};

    /** What was told with which confidence in the articles kept aside, and whether all slots are right. */
    private record Judged(double confidence, boolean right) {}

    private final List<Judged> judged = new ArrayList<>();

    private record Pair(TupleGold gold, Report report, int likeness) {}

    private final Map<String, Map<String, Count>> counts = new LinkedHashMap<>();

    @Test
    void tellsWhoDidWhatToWhomWhereAndWhen() {
        Gazetteer gazetteer = Gazetteer.load();
        Names names = new Names(gazetteer);
        EventCoder coder = new EventCoder(gazetteer);
        Map<String, Article> articles = TupleGold.articles();
        Map<String, List<TupleGold>> gold = TupleGold.read().stream()
                .collect(Collectors.groupingBy(TupleGold::article, LinkedHashMap::new, Collectors.toList()));
        gold.forEach((id, events) -> {
            Article article = java.util.Objects.requireNonNull(articles.get(id), id);
            ReportedArticle reported = coder.code(names.read(Segmenter.segment(article)));
            compare(id, reported.reading().text().language().isArabic() ? "Arabic" : "English", events, reported);
        });
        counts.forEach((group, slots) -> {
            System.out.println(group);
            SLOTS.forEach(slot -> System.out.printf("  %-10s %s%n", slot, slots.get(slot)));
        });
        calibration();
    }

    /** Stated confidence against the share that is right: of what the rules score, only the order should mean something. */
    private void calibration() {
        for (int bin = 0; bin + 1 < BINS.length; bin++) {
            double from = BINS[bin];
            double to = BINS[bin + 1];
            List<Judged> told = judged.stream()
                    .filter(one -> one.confidence() >= from && one.confidence() < to)
                    .toList();
            long right = told.stream().filter(Judged::right).count();
            System.out.printf(
                    "  held, confidence from %.2f: %d told, %d right (%.0f %%)%n",
                    from, told.size(), right, 100.0 * right / Math.max(1, told.size()));
        }
    }

    private void compare(String id, String language, List<TupleGold> events, ReportedArticle reported) {
        boolean held = events.getFirst().held();
        List<TupleGold> asked = events.stream().filter(e -> !e.optional()).toList();
        List<Pair> pairs = pairs(asked, reported.reports());
        List<Report> spare = reported.reports().stream()
                .filter(report -> pairs.stream().noneMatch(pair -> pair.report().equals(report)))
                .filter(report -> events.stream().noneMatch(e -> e.optional() && e.isTold(report)))
                .toList();
        List<TupleGold> missed = asked.stream()
                .filter(event -> pairs.stream().noneMatch(pair -> pair.gold().equals(event)))
                .toList();
        for (String group : List.of("all", held ? "held" : "train", language, (held ? "held " : "train ") + language)) {
            Map<String, Count> slots = counts.computeIfAbsent(group, g -> zero());
            pairs.forEach(pair -> count(slots, List.of(pair.gold()), List.of(pair.report())));
            missed.forEach(event -> count(slots, List.of(event), List.of()));
            spare.forEach(report -> count(slots, List.of(), List.of(report)));
        }
        if (held) {
            pairs.forEach(pair -> judged.add(
                    new Judged(pair.report().confidence(), pair.gold().isTold(pair.report()))));
            spare.forEach(report -> judged.add(new Judged(report.confidence(), false)));
        } else {
            pairs.stream()
                    .filter(pair -> !pair.gold().isTold(pair.report()))
                    .forEach(pair -> System.out.printf(
                            "%s not right: %s %s%n    told: %s%n",
                            id, pair.gold().event(), pair.gold().slots(), shown(pair.report())));
            missed.forEach(event -> System.out.printf("%s missed: %s %s%n", id, event.event(), event.sentences()));
            spare.forEach(report -> System.out.printf("%s false: %s%n", id, shown(report)));
        }
    }

    private static List<Pair> pairs(List<TupleGold> events, List<Report> reports) {
        List<Pair> all = new ArrayList<>();
        for (TupleGold event : events) {
            for (Report report : reports) {
                int likeness = event.likeness(report);
                if (likeness > 0) {
                    all.add(new Pair(event, report, likeness));
                }
            }
        }
        all.sort(Comparator.comparingInt(pair -> -pair.likeness()));
        List<Pair> kept = new ArrayList<>();
        for (Pair pair : all) {
            if (kept.stream()
                    .noneMatch(k -> k.gold().equals(pair.gold()) || k.report().equals(pair.report()))) {
                kept.add(pair);
            }
        }
        return kept;
    }

    /** One event, one report, or both. */
    private static void count(Map<String, Count> slots, List<TupleGold> event, List<Report> report) {
        int gold = event.size();
        int told = report.size();
        boolean both = gold + told == 2;
        slots.forEach((slot, count) -> {
            switch (slot) {
                case "type" -> count.add(both && event.getFirst().hasType(report.getFirst()) ? 1 : 0, told, gold);
                case "actor" -> parties(count, event, report, Role.ACTOR);
                case "recipient" -> parties(count, event, report, Role.RECIPIENT);
                case "place" ->
                    count.add(
                            both
                                            && TupleGold.place(report.getFirst())
                                                    .isPresent()
                                            && event.getFirst().hasPlace(report.getFirst())
                                    ? 1
                                    : 0,
                            (int) report.stream()
                                    .filter(r -> TupleGold.place(r).isPresent())
                                    .count(),
                            (int) event.stream()
                                    .filter(e -> !e.slots().place().startsWith("-"))
                                    .count());
                case "date" ->
                    count.add(
                            both
                                            && TupleGold.date(report.getFirst()).isPresent()
                                            && event.getFirst().hasDate(report.getFirst())
                                    ? 1
                                    : 0,
                            (int) report.stream()
                                    .filter(r -> TupleGold.date(r).isPresent())
                                    .count(),
                            (int) event.stream()
                                    .filter(e -> !e.slots().date().contains("unknown"))
                                    .count());
                case "status" -> count.add(both && event.getFirst().hasStatus(report.getFirst()) ? 1 : 0, told, gold);
                default -> count.add(both && event.getFirst().isTold(report.getFirst()) ? 1 : 0, told, gold);
            }
        });
    }

    private static void parties(Count count, List<TupleGold> event, List<Report> report, Role role) {
        boolean both = event.size() + report.size() == 2;
        count.add(
                both ? event.getFirst().rightParties(report.getFirst(), role) : 0,
                report.stream().mapToInt(r -> r.with(role).size()).sum(),
                event.stream().mapToInt(e -> e.required(role).size()).sum());
    }

    private static Map<String, Count> zero() {
        Map<String, Count> slots = new LinkedHashMap<>();
        SLOTS.forEach(slot -> slots.put(slot, new Count()));
        return slots;
    }

    private static String shown(Report report) {
        return "%s %s > %s @%s #%s %s %s"
                .formatted(
                        report.code().notation(),
                        TupleGold.told(report, Role.ACTOR),
                        TupleGold.told(report, Role.RECIPIENT),
                        TupleGold.place(report).orElse("-"),
                        TupleGold.date(report).orElse("unknown"),
                        report.status().word(),
                        report.evidence().stream().map(Evidence::sentence).toList());
    }
}
