package khabar.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import khabar.SampleStore;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

/**
 * Whether reports of the sample that are of one event are one event, and no others: pairwise, and by B³ (A. Bagga and
 * B. Baldwin, Algorithms for Scoring Coreference Chains, LREC 1998), against the events of {@code event/tuple-gold.tsv}.
 * Counted are the reports that a marked event of their article can be told to be: its type, or the same people and day.
 */
class MergeEvaluation {
    private record Gold(
            String article, String event, String type, Set<String> parties, String place, String date, String status) {}

    private record Pair(Gold gold, Told told, int likeness) {}

    @Test
    void reportsOfOneEventAreOneEvent() {
        List<Gold> gold = gold();
        Map<String, List<Gold>> byArticle =
                gold.stream().collect(Collectors.groupingBy(Gold::article, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> goldEvent = new HashMap<>();
        Map<String, String> ourEvent = new HashMap<>();
        Map<String, Told> reports = new HashMap<>();
        SampleStore.get().read(present -> {
            byArticle.forEach((id, events) -> pairs(events, told(present, id)).forEach(pair -> {
                goldEvent.put(pair.told().key(), pair.gold().event());
                ourEvent.put(pair.told().key(), eventOf(present, pair.told().report()));
                reports.put(pair.told().key(), pair.told());
            }));
            return present;
        });
        differences(goldEvent, ourEvent, reports);
        double[] pairwise = pairwise(goldEvent, ourEvent);
        double[] cubed = cubed(goldEvent, ourEvent);
        System.out.printf(
                "merging: %d reports of %d events, we have %d%n  pairwise P %.1f R %.1f F %.1f%n  B³       P %.1f R %.1f F %.1f%n",
                goldEvent.size(),
                new HashSet<>(goldEvent.values()).size(),
                new HashSet<>(ourEvent.values()).size(),
                pairwise[0],
                pairwise[1],
                f(pairwise),
                cubed[0],
                cubed[1],
                f(cubed));
        assertThat(f(cubed)).as("B³").isGreaterThanOrEqualTo(90);
    }

    private static void differences(Map<String, String> gold, Map<String, String> ours, Map<String, Told> reports) {
        groups(gold).forEach((event, keys) -> {
            Map<String, Set<String>> split = groups(keys.stream().collect(Collectors.toMap(key -> key, ours::get)));
            if (split.size() > 1) {
                System.out.println("in pieces: " + event);
                split.values()
                        .forEach(piece -> System.out.println("   "
                                + piece.stream()
                                        .map(key -> shown(Objects.requireNonNull(reports.get(key))))
                                        .collect(Collectors.joining("\n   | "))));
            }
        });
        groups(ours).forEach((event, keys) -> {
            Set<String> mixed = keys.stream().map(gold::get).collect(Collectors.toCollection(TreeSet::new));
            if (mixed.size() > 1) {
                System.out.println("false merge: " + mixed);
                keys.forEach(key -> System.out.println(
                        "   " + gold.get(key) + ": " + shown(Objects.requireNonNull(reports.get(key)))));
            }
        });
    }

    private static String shown(Told told) {
        Claim claim = told.claim();
        return "%s %s %s | %s > %s | %s | %s"
                .formatted(
                        told.telling().articleKey(),
                        claim.kind().type(),
                        claim.kind().mode().orElse(""),
                        claim.actors().named().stream()
                                        .map(MergeEvaluation::path)
                                        .toList() + " " + claim.actors().groups(),
                        claim.recipients().named().stream()
                                        .map(MergeEvaluation::path)
                                        .toList() + " " + claim.recipients().groups(),
                        claim.when().token(),
                        claim.place().map(MergeEvaluation::path).orElse("-"));
    }

    private static Map<String, Set<String>> groups(Map<String, String> by) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        by.forEach((key, event) ->
                groups.computeIfAbsent(event, first -> new TreeSet<>()).add(key));
        return groups;
    }

    private static double[] pairwise(Map<String, String> gold, Map<String, String> ours) {
        long right = 0;
        long told = 0;
        long asked = 0;
        List<String> keys = List.copyOf(gold.keySet());
        for (int i = 0; i < keys.size(); i++) {
            for (int j = i + 1; j < keys.size(); j++) {
                boolean one = Objects.equals(gold.get(keys.get(i)), gold.get(keys.get(j)));
                boolean same = Objects.equals(ours.get(keys.get(i)), ours.get(keys.get(j)));
                right += one && same ? 1 : 0;
                told += same ? 1 : 0;
                asked += one ? 1 : 0;
            }
        }
        return new double[] {100.0 * right / told, 100.0 * right / asked};
    }

    private static double[] cubed(Map<String, String> gold, Map<String, String> ours) {
        Map<String, Set<String>> goldGroups = groups(gold);
        Map<String, Set<String>> ourGroups = groups(ours);
        double precision = 0;
        double recall = 0;
        for (String key : gold.keySet()) {
            Set<String> right = goldGroups.getOrDefault(gold.get(key), Set.of());
            Set<String> found = ourGroups.getOrDefault(ours.get(key), Set.of());
            long common = found.stream().filter(right::contains).count();
            precision += (double) common / found.size();
            recall += (double) common / right.size();
        }
        return new double[] {100 * precision / gold.size(), 100 * recall / gold.size()};
    }

    private static double f(double[] pr) {
        return 2 * pr[0] * pr[1] / (pr[0] + pr[1]);
    }

    /** One report for one event of the article at most, the most alike first. */
    private static List<Pair> pairs(List<Gold> gold, List<Told> reports) {
        List<Pair> all = new ArrayList<>();
        gold.forEach(event -> reports.forEach(told -> {
            int likeness = likeness(event, told);
            if (likeness > 0) {
                all.add(new Pair(event, told, likeness));
            }
        }));
        all.sort(Comparator.comparingInt(pair -> -pair.likeness()));
        List<Pair> kept = new ArrayList<>();
        for (Pair pair : all) {
            if (kept.stream()
                    .noneMatch(
                            one -> one.gold().equals(pair.gold()) || one.told().equals(pair.told()))) {
                kept.add(pair);
            }
        }
        return kept;
    }

    private static int likeness(Gold gold, Told told) {
        boolean type = gold.type().equals("*")
                || Arrays.asList(gold.type().split("\\|"))
                        .contains(told.claim().kind().type());
        Set<String> named = told.entities().stream().map(MergeEvaluation::path).collect(Collectors.toSet());
        long common = named.stream().filter(gold.parties()::contains).count();
        boolean day = Arrays.asList(gold.date().split("\\|"))
                .contains(told.claim().when().token());
        boolean place = told.facts()
                .place()
                .filter(at -> Arrays.asList(gold.place().split("\\|")).contains(path(at)))
                .isPresent();
        boolean groups = named.isEmpty() && gold.parties().stream().anyMatch(party -> party.startsWith("group:"));
        if (!type && !(common > 0 && day) || common == 0 && !groups && !place) {
            return 0;
        }
        return (type ? 4 : 0) + (int) (2 * common) + (day ? 2 : 0) + (place ? 2 : 0) + (groups ? 1 : 0);
    }

    private static List<Told> told(DatasetGraph present, String sourceId) {
        List<Node> graphs = new ArrayList<>();
        present.find(Node.ANY, Node.ANY, Kh.sourceIdentifier, khabar.vocab.Literals.string(sourceId))
                .forEachRemaining(quad -> graphs.add(quad.getGraph()));
        return graphs.stream()
                .flatMap(graph ->
                        Told.in(present.getGraph(graph), Base.LOCAL, Stories.of(Base.LOCAL, present)::of).stream())
                .sorted()
                .toList();
    }

    private static String eventOf(DatasetGraph present, Node report) {
        return present.find(Base.LOCAL.graph("events"), report, Kh.reportOf, Node.ANY)
                .next()
                .getObject()
                .getURI();
    }

    private static String path(Node thing) {
        return thing.getURI().substring(Base.LOCAL.iri().length() + "id/".length());
    }

    private static List<Gold> gold() {
        try (InputStream in =
                        Objects.requireNonNull(MergeEvaluation.class.getResourceAsStream("/event/tuple-gold.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Gold(
                            cells[0],
                            cells[2],
                            cells[4],
                            Arrays.stream((cells[6] + " " + cells[7]).split(" "))
                                    .map(party -> party.replace("?", ""))
                                    .collect(Collectors.toSet()),
                            cells[9],
                            cells[10],
                            cells[12]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
