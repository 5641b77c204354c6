package khabar.graph;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Name;
import khabar.gazetteer.PartialDate;
import khabar.gazetteer.Tenure;
import khabar.text.Normaliser;

/** A gazetteer of a handful of entries, for tests. */
final class Listed implements Known {
    static final Entry.Place SYRIA = country("syr", "Syria", "سوريا", 35.0, 38.5);
    static final Entry.Place RUSSIA = country("rus", "Russia", "روسيا", 61.5, 96.75);
    static final Entry.Organisation SYRIAN_STATE = state("syr", "Syria", "سوريا");
    static final Entry.Organisation RUSSIAN_STATE = state("rus", "Russia", "روسيا");
    static final Entry.Place DAMASCUS_AREA = new Entry.Place(
            Entity.place("sy-13"),
            "Damascus Governorate",
            "محافظة دمشق",
            List.of(),
            Optional.of("SYR"),
            Entry.Feature.AREA,
            Optional.of(SYRIA.entity()),
            Optional.empty(),
            0);
    static final Entry.Place DAMASCUS =
            city("damascus-170654", "Damascus", "دمشق", "SYR", DAMASCUS_AREA, 33.5102, 36.29128);
    static final Entry.Place MOSCOW = city("moscow-524901", "Moscow", "موسكو", "RUS", RUSSIA, 55.75222, 37.61556);
    static final Entry.Person SHOIGU = new Entry.Person(
            Entity.person("sergei-shoigu"),
            "Sergei Shoigu",
            "سيرغي شويغو",
            List.of(new Name("Sergei Shoigu", "en"), new Name("سيرغي شويغو", "ar"), new Name("سيرجي شويجو", "ar")),
            Optional.of("RUS"));
    static final Entry.Person ASSAD = new Entry.Person(
            Entity.person("bashar-al-assad"),
            "Bashar al-Assad",
            "بشار الأسد",
            List.of(new Name("Bashar al-Assad", "en"), new Name("بشار الأسد", "ar")),
            Optional.of("SYR"));
    static final Entry.Organisation SYRIAN_ARMY = new Entry.Organisation(
            Entity.organisation("syrian-army"),
            "Syrian Army",
            "الجيش السوري",
            List.of(new Name("Syrian Army", "en"), new Name("الجيش السوري", "ar")),
            Optional.of("SYR"),
            List.of("MIL"),
            Entry.Origin.LISTED);
    static final Entry.Organisation NEWS_AGENCY = new Entry.Organisation(
            Entity.organisation("example-news-agency"),
            "Example News Agency",
            "وكالة المثال للأنباء",
            List.of(new Name("Example News Agency", "en"), new Name("وكالة المثال للأنباء", "ar")),
            Optional.empty(),
            List.of("MED"),
            Entry.Origin.LISTED);

    private static final Map<Entity, Entry> ENTRIES = Stream.of(
                    SYRIA,
                    RUSSIA,
                    SYRIAN_STATE,
                    RUSSIAN_STATE,
                    DAMASCUS_AREA,
                    DAMASCUS,
                    MOSCOW,
                    SHOIGU,
                    ASSAD,
                    SYRIAN_ARMY,
                    NEWS_AGENCY)
            .collect(Collectors.toMap(Entry::entity, Function.identity()));

    @Override
    public Optional<Entry> entry(Entity entity) {
        return Optional.ofNullable(ENTRIES.get(entity));
    }

    @Override
    public List<Tenure> tenures(Entity person) {
        if (person.equals(SHOIGU.entity())) {
            return List.of(
                    office(
                            "sergei-shoigu-0",
                            "Minister of Emergencies",
                            "وزير الطوارئ",
                            "1994",
                            Optional.of("2012-05")),
                    office("sergei-shoigu-1", "Minister of Defence", "وزير الدفاع", "2012-11-06", Optional.empty()));
        }
        return List.of();
    }

    @Override
    public List<String> sources(Entity entity) {
        return List.of("written for tests");
    }

    @Override
    public List<String> exactMatches(Entity entity) {
        return entity.equals(DAMASCUS.entity()) ? List.of("https://sws.geonames.org/170654/") : List.of();
    }

    @Override
    public Optional<Entity> organisation(List<String> normals) {
        return ENTRIES.values().stream()
                .filter(entry -> entry instanceof Entry.Organisation)
                .filter(entry -> entry.names().stream()
                        .map(name ->
                                Arrays.asList(Normaliser.normal(name.text()).split(" ", 0)))
                        .anyMatch(normals::equals))
                .map(Entry::entity)
                .findFirst();
    }

    static Entry.Place country(String code, String english, String arabic, double latitude, double longitude) {
        return new Entry.Place(
                Entity.place(code),
                english,
                arabic,
                List.of(),
                Optional.of(code.toUpperCase(java.util.Locale.ROOT)),
                Entry.Feature.COUNTRY,
                Optional.empty(),
                Optional.of(new Entry.Point(latitude, longitude)),
                0);
    }

    private static Entry.Organisation state(String code, String english, String arabic) {
        return new Entry.Organisation(
                Entity.organisation(code),
                english,
                arabic,
                List.of(),
                Optional.of(code.toUpperCase(java.util.Locale.ROOT)),
                List.of("GOV"),
                Entry.Origin.STATE);
    }

    private static Entry.Place city(
            String key,
            String english,
            String arabic,
            String country,
            Entry within,
            double latitude,
            double longitude) {
        return new Entry.Place(
                Entity.place(key),
                english,
                arabic,
                List.of(),
                Optional.of(country),
                Entry.Feature.CITY,
                Optional.of(within.entity()),
                Optional.of(new Entry.Point(latitude, longitude)),
                1_000_000);
    }

    private static Tenure office(String key, String english, String arabic, String from, Optional<String> to) {
        return new Tenure(
                key,
                SHOIGU.entity(),
                english,
                arabic,
                Optional.of("RUS"),
                new PartialDate(from),
                to.map(PartialDate::new),
                LocalDate.of(2018, 12, 31));
    }
}
