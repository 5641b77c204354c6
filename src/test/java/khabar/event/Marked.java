package khabar.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Field;
import khabar.article.Publication;
import khabar.article.Published;
import khabar.article.SourceRef;
import khabar.article.Span;
import khabar.article.Terms;
import khabar.article.Zone;
import khabar.article.ZoneKind;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Entry;
import khabar.names.Basis;
import khabar.names.Link;
import khabar.names.LinkedReading;
import khabar.names.Mention;
import khabar.names.MentionType;
import khabar.names.Resolution;
import khabar.names.Why;
import khabar.text.SegmentedArticle;
import khabar.text.Segmenter;
import khabar.text.Token;

/**
 * Text whose names are marked: {@code [words|kind key COUNTRY]}, kind P person, O organisation, S state that acts, C city,
 * A area, L country that locates; a city's third word may be an area. Every name is then known.
 */
final class Marked {
    private static final Pattern NAME = Pattern.compile("\\[([^|\\]]+)\\|([POSCAL]) ([a-z0-9-]+)(?: ([A-Z]{3}))?]");

    private Marked() {}

    /** One name in a plain text. */
    private record Name(Span span, String kind, String key, Optional<String> country) {}

    static LinkedReading reading(String language, LocalDate published, String marked) {
        StringBuilder plain = new StringBuilder();
        List<Name> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(marked);
        int from = 0;
        while (matcher.find()) {
            plain.append(marked, from, matcher.start());
            int start = plain.length();
            plain.append(matcher.group(1));
            names.add(new Name(
                    new Span(start, plain.length()),
                    matcher.group(2),
                    matcher.group(3),
                    Optional.ofNullable(matcher.group(4))));
            from = matcher.end();
        }
        plain.append(marked.substring(from));
        SegmentedArticle text = Segmenter.segment(article(language, published, plain.toString()));
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < text.sentences().size(); i++) {
            for (Name name : names) {
                Optional<Link> link = link(text, i, name, plain.toString());
                link.ifPresent(links::add);
            }
        }
        if (links.size() != names.size()) {
            throw new IllegalStateException("names not found as tokens: " + marked);
        }
        return new LinkedReading(text, links);
    }

    private static Article article(String language, LocalDate published, String text) {
        List<Zone> zones = new ArrayList<>();
        int start = 0;
        for (String paragraph : text.split("\n", -1)) {
            // A first line that ends without a full stop is a headline.
            boolean headline = start == 0 && text.contains("\n") && !paragraph.endsWith(".");
            zones.add(new Zone(
                    headline ? ZoneKind.HEADLINE : ZoneKind.BODY, "text", new Span(start, start + paragraph.length())));
            start += paragraph.length() + 1;
        }
        return new Article(
                "0123456789abcdef",
                new SourceRef("test", 1),
                new Content(List.of(new Field("text", text)), zones),
                new Publication(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Published.on(published)),
                        Optional.empty(),
                        Optional.of(language),
                        Optional.of(Terms.QUOTES)));
    }

    private static Optional<Link> link(SegmentedArticle text, int sentence, Name name, String plain) {
        List<Token> tokens = text.sentences().get(sentence).tokens();
        int first = -1;
        int last = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).span().overlaps(name.span())) {
                first = first < 0 ? i : first;
                last = i + 1;
            }
        }
        if (first < 0) {
            return Optional.empty();
        }
        MentionType type = switch (name.kind()) {
            case "P" -> MentionType.PERSON;
            case "O", "S" -> MentionType.ORGANISATION;
            default -> MentionType.PLACE;
        };
        Mention mention = new Mention(
                sentence, first, last, "text", name.span(), name.span().of(plain), type, 0.9);
        return Optional.of(new Link(mention, new Resolution.Known(entry(name), 0.9, Why.by(Basis.NAME))));
    }

    private static Entry entry(Name name) {
        Optional<String> country = name.country();
        return switch (name.kind()) {
            case "P" -> new Entry.Person(Entity.person(name.key()), name.key(), name.key(), List.of(), country);
            case "O" ->
                new Entry.Organisation(
                        Entity.organisation(name.key()),
                        name.key(),
                        name.key(),
                        List.of(),
                        country,
                        List.of(),
                        Entry.Origin.LISTED);
            case "S" -> state(name.key().toUpperCase(java.util.Locale.ROOT));
            case "C" -> place(name.key(), country, Entry.Feature.CITY);
            case "A" -> place(name.key(), country, Entry.Feature.AREA);
            default ->
                place(name.key(), Optional.of(name.key().toUpperCase(java.util.Locale.ROOT)), Entry.Feature.COUNTRY);
        };
    }

    private static Entry.Place place(String key, Optional<String> country, Entry.Feature feature) {
        return new Entry.Place(
                Entity.place(key),
                key,
                key,
                List.of(),
                country,
                feature,
                feature == Entry.Feature.COUNTRY
                        ? Optional.empty()
                        : country.map(c -> Entity.place(c.toLowerCase(java.util.Locale.ROOT))),
                Optional.empty(),
                0);
    }

    private static Entry.Organisation state(String iso3) {
        String key = iso3.toLowerCase(java.util.Locale.ROOT);
        return new Entry.Organisation(
                Entity.organisation(key), key, key, List.of(), Optional.of(iso3), List.of("GOV"), Entry.Origin.STATE);
    }

    /** A world that knows what the marks say. */
    static World world(LinkedReading reading) {
        Map<Entity, Entry> entries = new HashMap<>();
        for (Link link : reading.links()) {
            if (link.resolution() instanceof Resolution.Known known) {
                entries.put(known.entry().entity(), known.entry());
                known.entry().country().ifPresent(c -> entries.put(state(c).entity(), state(c)));
                known.entry()
                        .country()
                        .ifPresent(c -> entries.put(
                                Entity.place(c.toLowerCase(java.util.Locale.ROOT)),
                                place(c.toLowerCase(java.util.Locale.ROOT), Optional.of(c), Entry.Feature.COUNTRY)));
            }
        }
        return new World() {
            @Override
            public Optional<Entry> entry(Entity entity) {
                if (entity.type() == EntityType.ORGANISATION && entity.key().length() == 3) {
                    return Optional.of(state(entity.key().toUpperCase(java.util.Locale.ROOT)));
                }
                return Optional.ofNullable(entries.get(entity));
            }

            @Override
            public Entry.Organisation state(String iso3) {
                return Marked.state(iso3);
            }

            @Override
            public Optional<String> nationality(String normal) {
                return Optional.ofNullable(
                        NATIONALITIES.get(normal.replaceFirst("^ال", "").replaceFirst("ه$", "")));
            }

            @Override
            public Optional<String> capitalOf(Entity place) {
                return Optional.ofNullable(CAPITALS.get(place.key()));
            }
        };
    }

    private static final Map<String, String> NATIONALITIES = Map.ofEntries(
            Map.entry("تركي", "TUR"),
            Map.entry("روسي", "RUS"),
            Map.entry("مصري", "EGY"),
            Map.entry("عراقي", "IRQ"),
            Map.entry("سوري", "SYR"),
            Map.entry("اسراييلي", "ISR"),
            Map.entry("فرنسي", "FRA"),
            Map.entry("ايراني", "IRN"),
            Map.entry("امريكي", "USA"),
            Map.entry("اميركي", "USA"),
            Map.entry("سعودي", "SAU"),
            Map.entry("اردني", "JOR"),
            Map.entry("قطري", "QAT"),
            Map.entry("turkish", "TUR"),
            Map.entry("russian", "RUS"),
            Map.entry("egyptian", "EGY"),
            Map.entry("iraqi", "IRQ"),
            Map.entry("israeli", "ISR"),
            Map.entry("french", "FRA"),
            Map.entry("saudi", "SAU"),
            Map.entry("iranian", "IRN"),
            Map.entry("jordanian", "JOR"));

    private static final Map<String, String> CAPITALS = Map.of(
            "cairo",
            "EGY",
            "moscow",
            "RUS",
            "ankara",
            "TUR",
            "baghdad",
            "IRQ",
            "amman",
            "JOR",
            "washington",
            "USA",
            "paris",
            "FRA",
            "damascus",
            "SYR",
            "tehran",
            "IRN",
            "riyadh",
            "SAU");
}
