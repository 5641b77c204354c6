package khabar.event;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import khabar.article.Span;
import khabar.gazetteer.Gazetteer;
import khabar.names.LinkedReading;
import khabar.names.Names;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The English PLOVER records: is there a report, is one of the right type, and are its actor and recipient those marked; run
 * by {@code -Dtest=PloverEvaluation}. Every third record is held: counted, and not looked at when patterns are added. Older
 * names of types count as those that PLOVER made of them. The records are short, and drawn from the manuals of CAMEO.
 */
class PloverEvaluation {
    private static final Map<String, String> MERGED =
            Map.of("DEMAND", "REQUEST", "DISAPPROVE", "ACCUSE", "INVESTIGATE", "ACCUSE", "FIGHT", "ASSAULT");
    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

    /** A record, and what was read in it. */
    private record Read(int number, JsonNode gold, List<Report> reports) {
        boolean held() {
            return number % 3 == 2;
        }

        String type() {
            String type = gold.get("event").asString();
            return MERGED.getOrDefault(type, type);
        }

        List<Report> right() {
            return reports.stream()
                    .filter(report -> report.code().type().name().equals(type()))
                    .toList();
        }

        /** PLOVER has no status: what is to be done for somebody is AGREE there, what is to be done by force THREATEN. */
        boolean isRightWithoutStatus() {
            return reports.stream().map(Read::withoutStatus).anyMatch(type()::equals);
        }

        private static String withoutStatus(Report report) {
            EventType type = report.code().type();
            boolean planned = report.status() == Status.PLANNED;
            return planned && (type.quad() <= 2) ? "AGREE" : planned && type.quad() == 4 ? "THREATEN" : type.name();
        }

        /** Whether a report of the right type gives the role to one whose words are those marked. */
        boolean has(Role role, String side) {
            List<String> marked = texts(gold, side);
            return right().stream()
                    .flatMap(report -> report.with(role).stream())
                    .map(participant -> participant.text().toLowerCase(Locale.ROOT))
                    .anyMatch(text -> marked.stream().anyMatch(m -> m.contains(text) || text.contains(m)));
        }
    }

    @Test
    void typesRecordsWhoseActorsAreMarked() throws IOException {
        measure("actors marked", entry -> Marked.reading("en", DAY, marked(entry)), false);
    }

    @Test
    void typesRecordsThroughTheWholeLine() throws IOException {
        Names names = new Names(Gazetteer.load());
        measure(
                "whole line",
                entry -> names.read(Marked.reading("en", DAY, plain(entry)).text()),
                true);
    }

    private static void measure(String how, Function<JsonNode, LinkedReading> reading, boolean shown)
            throws IOException {
        EventCoder coder = new EventCoder(Gazetteer.load());
        List<Read> records = new ArrayList<>();
        for (JsonNode entry : new JsonMapper().readTree(Files.readString(data()))) {
            records.add(new Read(
                    records.size(), entry, coder.code(reading.apply(entry)).reports()));
        }
        figures(how + ", train", records.stream().filter(r -> !r.held()).toList());
        figures(how + ", held ", records.stream().filter(Read::held).toList());
        if (shown) {
            records.stream()
                    .filter(r -> !r.held() && r.right().isEmpty())
                    .forEach(r -> System.out.printf(
                            "%s %s%n    %s%n",
                            r.type(),
                            r.reports().stream().map(SentenceCasesTest::shown).toList(),
                            r.gold().path("textInfo").path("markup").asString()));
        }
    }

    private static void figures(String part, List<Read> records) {
        long some = records.stream().filter(r -> !r.reports().isEmpty()).count();
        long right = records.stream().filter(r -> !r.right().isEmpty()).count();
        int told = records.stream().mapToInt(r -> r.reports().size()).sum();
        int rightTold = records.stream().mapToInt(r -> r.right().size()).sum();
        System.out.printf(
                "%s: %d records, with a report %d, of the right type %d (%.1f %%; %d where what is planned counts as PLOVER counts it); reports %d, of the record's type %.1f %%; "
                        + "actor as marked %d, recipient %d%n",
                part,
                records.size(),
                some,
                right,
                100.0 * right / records.size(),
                records.stream().filter(Read::isRightWithoutStatus).count(),
                told,
                100.0 * rightTold / told,
                records.stream().filter(r -> r.has(Role.ACTOR, "source")).count(),
                records.stream().filter(r -> r.has(Role.RECIPIENT, "target")).count());
    }

    private static Path data() {
        String data = System.getProperty("khabar.data", "");
        assumeTrue(!data.isBlank() && !data.startsWith("${"), "no khabar.data");
        return Path.of(data, "events", "en-plover.json");
    }

    private static List<String> texts(JsonNode entry, String side) {
        return entry.path(side)
                .valueStream()
                .map(actor -> actor.path("actorText").asString("").strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String plain(JsonNode entry) {
        return entry.get("text").asString().replaceAll("\\s+", " ").strip().replaceAll("[\\[\\]|]", " ");
    }

    /** The record's text with its actors marked as organisations. */
    private static String marked(JsonNode entry) {
        String text = plain(entry);
        List<String> actors = Stream.of("source", "target")
                .flatMap(side -> entry.path(side).valueStream())
                .map(actor -> actor.path("actorText").asString("").strip())
                .filter(actor -> !actor.isEmpty() && Character.isUpperCase(actor.charAt(0)))
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        List<Span> spans = new ArrayList<>();
        for (String actor : actors) {
            int at = text.indexOf(actor);
            int end = at + actor.length();
            boolean whole = at >= 0
                    && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (whole && spans.stream().noneMatch(new Span(at, end)::overlaps)) {
                spans.add(new Span(at, end));
            }
        }
        StringBuilder marked = new StringBuilder(text);
        spans.stream()
                .sorted((one, other) -> other.compareTo(one))
                .forEach(span -> marked.replace(
                        span.start(), span.end(), "[" + span.of(text) + "|O actor-" + span.start() + "]"));
        return marked.toString();
    }
}
