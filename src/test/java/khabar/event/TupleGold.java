package khabar.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import khabar.article.Article;
import khabar.article.ArticleFiles;
import khabar.article.Parsed;
import khabar.gazetteer.Entity;

/**
 * An event of an article of the sample as a reader marked it; {@code tuple-gold.tsv} says by which rules.
 *
 * @param article the source's id of the article
 * @param held whether the article is kept back: counted, but not looked at when rules change
 * @param optional whether it need not be reported
 * @param sentences the sentences that tell it
 */
record TupleGold(String article, boolean held, String event, boolean optional, Slots slots, Set<Integer> sentences) {

    /** What is told, as the file spells it. */
    record Slots(String type, List<String> actors, List<String> recipients, String place, String date, String status) {}

    static List<TupleGold> read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(resource("/event/tuple-gold.tsv"), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(TupleGold::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The articles of the sample by the source's id; of a corrected one the later text. */
    static Map<String, Article> articles() {
        Map<String, Article> articles = new LinkedHashMap<>();
        try (InputStream in = resource("/rdf/sample/articles.jsonl")) {
            ArticleFiles.read("articles.jsonl", in, parsed -> {
                if (parsed instanceof Parsed.Accepted accepted) {
                    Article article = accepted.article();
                    articles.put(article.publication().sourceId().orElseThrow(), article);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return articles;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TupleGold.class.getResourceAsStream(name), name);
    }

    private static TupleGold of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 14) {
            throw new IllegalArgumentException("not fourteen columns: " + line);
        }
        return new TupleGold(
                cells[0],
                part(cells[1]),
                cells[2],
                cells[3].equals("optional"),
                new Slots(cells[4], parties(cells[6]), parties(cells[7]), cells[9], cells[10], cells[12]),
                Arrays.stream(cells[13].split(" ")).map(Integer::valueOf).collect(Collectors.toSet()));
    }

    private static boolean part(String cell) {
        return switch (cell) {
            case "held" -> true;
            case "train" -> false;
            default -> throw new IllegalArgumentException("no part: " + cell);
        };
    }

    private static List<String> parties(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(" "));
    }

    boolean hasType(Report report) {
        return isOne(slots.type(), report.code().type().name());
    }

    boolean hasParties(Report report, Role role) {
        List<String> asked = parties(role);
        List<String> told = told(report, role);
        return asked.contains("*")
                || told.stream().allMatch(one -> asked.stream().anyMatch(other -> isParty(other, one)))
                        && required(role).stream()
                                .allMatch(one -> told.stream().anyMatch(other -> isParty(one, other)));
    }

    /** How many of the parties that the report gives to the role are right. */
    int rightParties(Report report, Role role) {
        return (int) told(report, role).stream()
                .filter(one -> parties(role).stream().anyMatch(other -> isParty(other, one)))
                .count();
    }

    /** The parties that a report must give. */
    List<String> required(Role role) {
        return parties(role).stream().filter(party -> !party.endsWith("?")).toList();
    }

    boolean hasPlace(Report report) {
        return isOne(slots.place(), place(report).orElse("-"));
    }

    boolean hasDate(Report report) {
        return isOne(slots.date(), date(report).orElse("unknown"));
    }

    boolean hasStatus(Report report) {
        return isOne(slots.status(), report.status().word());
    }

    boolean isTold(Report report) {
        return hasType(report)
                && hasParties(report, Role.ACTOR)
                && hasParties(report, Role.RECIPIENT)
                && hasPlace(report)
                && hasDate(report)
                && hasStatus(report);
    }

    /** How many slots are right; 0 if neither the type nor a sentence is the same. */
    int likeness(Report report) {
        boolean same = report.evidence().stream().anyMatch(e -> sentences.contains(e.sentence()));
        if (!same && !hasType(report)) {
            return 0;
        }
        return (same ? 1 : 0)
                + (hasType(report) ? 3 : 0)
                + (hasParties(report, Role.ACTOR) ? 2 : 0)
                + (hasParties(report, Role.RECIPIENT) ? 2 : 0)
                + (hasPlace(report) ? 1 : 0)
                + (hasDate(report) ? 2 : 0)
                + (hasStatus(report) ? 1 : 0);
    }

    private List<String> parties(Role role) {
        return role == Role.ACTOR ? slots.actors() : slots.recipients();
    }

    static List<String> told(Report report, Role role) {
        return report.with(role).stream()
                .map(participant -> participant.entity().map(TupleGold::path).orElse("group:" + participant.text()))
                .toList();
    }

    static Optional<String> place(Report report) {
        return report.setting()
                .place()
                .flatMap(link -> link.resolution().entity())
                .map(TupleGold::path);
    }

    static Optional<String> date(Report report) {
        return report.setting().when().iso();
    }

    private static String path(Entity entity) {
        return entity.path().substring("id/".length());
    }

    private static boolean isParty(String asked, String told) {
        return asked.equals("*")
                || asked.startsWith("group:") && told.startsWith("group:")
                || (asked.endsWith("?") ? asked.substring(0, asked.length() - 1) : asked).equals(told);
    }

    private static boolean isOne(String asked, String told) {
        return asked.equals("*") || Arrays.asList(asked.split("\\|")).contains(told);
    }
}
