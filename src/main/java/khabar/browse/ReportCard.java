package khabar.browse;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one article says of one event, with the sentences that say so. */
record ReportCard(Link report, Link event, Origin origin, Claim claim, List<Part> parts, List<Quote> quotes) {
    /** So many sentences are shown at once; the others unfold. */
    private static final int OPEN = 4;

    private static final List<String> FIELDS = List.of("headline", "standfirst", "text", "body");

    /** Fields of an article as they are read. */
    static final Comparator<String> READING_ORDER = Comparator.<String>comparingInt(
                    field -> FIELDS.contains(field) ? FIELDS.indexOf(field) : FIELDS.size())
            .thenComparing(Comparator.naturalOrder());

    ReportCard {
        parts = List.copyOf(parts);
        quotes = List.copyOf(quotes);
    }

    /**
     * That something happened, is planned, denied or thought possible.
     *
     * @param kind type, and mode where one is told
     * @param status local name of the status, as in {@code Happened}
     * @param confidence in hundredths
     * @param toll how many were killed and wounded, as it is stated
     */
    record Claim(
            List<Link> kind,
            Optional<String> status,
            Optional<Long> confidence,
            Dates.When when,
            Optional<String> basis,
            Optional<Link> place,
            Toll toll) {
        public boolean sameWhen(Claim other) {
            return when.equals(other.when());
        }

        public boolean samePlace(Claim other) {
            return place.equals(other.place());
        }

        public boolean sameStatus(Claim other) {
            return status.equals(other.status());
        }
    }

    /** Numbers of people as a report states them. */
    public record Toll(Optional<Count> dead, Optional<Count> wounded) {
        static final Toll UNKNOWN = new Toll(Optional.empty(), Optional.empty());

        public boolean isKnown() {
            return dead.isPresent() || wounded.isPresent();
        }
    }

    /**
     * A number of people.
     *
     * @param bound key of how the number is meant, as in {@code at-least}
     */
    public record Count(long number, String bound) {}

    /**
     * Someone who takes part, or what it was done with.
     *
     * @param roles local names of the roles, as in {@code ActorRole}
     * @param party empty for those without a name
     * @param text how the article calls them
     */
    record Part(Set<String> roles, Optional<Link> party, Optional<Text> text, List<Office> offices) {
        Part {
            roles = Set.copyOf(roles);
            offices = List.copyOf(offices);
        }

        private boolean is(String role) {
            return roles.contains(role);
        }

        /** Whether it is a victim besides. */
        public boolean victim() {
            return is("VictimRole");
        }
    }

    /** An office, and of which state or body. */
    record Office(Link office, Optional<Link> body) {}

    /**
     * A sentence that is evidence.
     *
     * @param sentence cut at the words that tell the event; empty where the source's terms keep it back
     * @param start offset in the field, in UTF-16 units
     */
    record Quote(Optional<Cut> sentence, String field, long start, String href) {}

    /** A sentence in three pieces; the middle one tells the event and may be empty. */
    record Cut(String before, String trigger, String after, String lang) {
        public String dir() {
            return lang.isEmpty() ? "auto" : InterfaceLanguage.direction(lang);
        }
    }

    /** The first sentences in the order of reading. */
    public List<Quote> openQuotes() {
        return quotes.subList(0, Math.min(quotes.size(), OPEN));
    }

    public List<Quote> furtherQuotes() {
        return quotes.subList(Math.min(quotes.size(), OPEN), quotes.size());
    }

    public List<Part> actors() {
        return with("ActorRole");
    }

    public List<Part> recipients() {
        return with("RecipientRole");
    }

    /** Those who host or mediate and are no party themselves. */
    public List<Part> hosts() {
        return with("HostRole").stream()
                .filter(part -> !part.is("ActorRole") && !part.is("RecipientRole"))
                .toList();
    }

    public List<Part> instruments() {
        return with("InstrumentRole");
    }

    private List<Part> with(String role) {
        return parts.stream().filter(part -> part.is(role)).toList();
    }
}
