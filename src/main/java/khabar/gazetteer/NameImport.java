package khabar.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.text.Slug;
import khabar.text.Tokeniser;

/**
 * Makes a gazetteer file of a collection of names: more names of things that are known, told by their {@code
 * skos:exactMatch}, and new people and organisations. A place that is not known is left out: these collections do not say
 * where it lies.
 *
 * <p>The table streams by; kept is what will be written.
 */
public final class NameImport {
    /** The form of what is read. */
    public enum Kind {
        GEONAMES,
        WIKIDATA,
        PARANAMES
    }

    /** Keys of cities end in their number in GeoNames; a shorter number is one that a person counts by. */
    private static final Pattern GEONAMES_KEY = Pattern.compile(".*-([1-9]\\d{4,9})");

    private static final int LONGEST_SLUG = 80;

    private final NameCollection collection;
    private final Set<String> languages;
    private final Gazetteer known;
    private final Map<String, Entity> byIri = new HashMap<>();
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Set<String> placesLeftOut = new HashSet<>();
    private long rows;

    /**
     * @param languages BCP 47 tags in lower case; names in others are left out
     * @param known what names are added to: {@link #before}
     */
    public NameImport(Kind kind, Set<String> languages, Gazetteer known) {
        this.collection = switch (kind) {
            case GEONAMES -> new GeoNamesNames();
            case WIKIDATA -> new WikidataLabels();
            case PARANAMES -> new ParaNames();
        };
        this.languages = Set.copyOf(languages);
        this.known = known;
        known.listed().forEach(listed -> {
            Entity entity = listed.entry().entity();
            listed.exactMatches().forEach(iri -> byIri.putIfAbsent(iri, entity));
            Matcher key = GEONAMES_KEY.matcher(entity.key());
            if (entity.type() == EntityType.PLACE && key.matches()) {
                byIri.putIfAbsent(GeoNamesNames.iri(key.group(1)), entity);
            }
        });
    }

    /**
     * What is known when a file of a folder is read: what comes with Khabar, and the files before it.
     *
     * @param folder may be absent
     * @param file that will be written; where it will stand elsewhere or nowhere, all files of the folder count
     * @throws WrongEntry at the first thing in them that is wrong
     */
    public static Gazetteer before(Path folder, Optional<Path> file) {
        Path home = folder.toAbsolutePath().normalize();
        Optional<Path> inside =
                file.map(path -> path.toAbsolutePath().normalize()).filter(path -> home.equals(path.getParent()));
        List<Path> earlier = UserFile.in(home).stream()
                .filter(other ->
                        inside.map(written -> other.compareTo(written) < 0).orElse(true))
                .toList();
        return Gazetteer.check(earlier, wrong -> {
            throw wrong;
        });
    }

    /**
     * Reads a table of names.
     *
     * @param file as messages call it
     * @param trouble is told of each row that has another shape; the rest is read
     * @throws WrongEntry if it is no such table at all
     */
    public void read(String file, InputStream in, Consumer<WrongEntry> trouble) throws IOException {
        new NameTable(file, collection.columns())
                .read(
                        in,
                        row -> {
                            rows++;
                            try {
                                collection.read(row).forEach(this::take);
                            } catch (WrongEntry wrong) {
                                trouble.accept(wrong);
                            }
                        },
                        trouble);
    }

    private void take(CollectedName collected) {
        boolean wanted = languages.contains(collected.name().language());
        boolean english = collected.label() && collected.name().language().equals("en");
        if (!wanted && !english) {
            return;
        }
        Optional<Entity> entity = Optional.ofNullable(byIri.get(collected.thing()));
        Optional<EntityType> type = entity.map(Entity::type).or(collected::type);
        if (entity.isEmpty() && type.orElse(EntityType.PLACE) == EntityType.PLACE) {
            placesLeftOut.add(collected.thing());
            return;
        }
        Thing thing = things.computeIfAbsent(collected.thing(), iri -> new Thing(entity, type.orElseThrow()));
        if (english && thing.english.isEmpty()) {
            thing.english = Optional.of(collected.name().text());
        }
        if (wanted) {
            (collected.label() ? thing.labels : thing.aliases).add(collected.name());
        }
    }

    /** Writes what was read, as Turtle that {@link Gazetteer#load(Path)} takes. */
    public Counts write(OutputStream out) {
        NameFile file = new NameFile(out, collection);
        Counting counting = new Counting();
        things.forEach((iri, thing) -> thing.entity.ifPresentOrElse(
                entity -> {
                    Set<Name> more = thing.names();
                    known.entry(entity).ifPresent(entry -> more.removeAll(entry.names()));
                    if (!more.isEmpty()) {
                        file.addNames(entity, more);
                        counting.known++;
                        counting.names += more.size();
                    }
                },
                () -> writeNew(iri, thing, file, counting)));
        file.finish();
        return new Counts(
                rows,
                counting.names,
                counting.known,
                new New(counting.added, counting.namesakes),
                new LeftOut(placesLeftOut.size(), counting.unnamed));
    }

    private void writeNew(String iri, Thing thing, NameFile file, Counting counting) {
        Set<Name> names = thing.names();
        if (names.stream()
                .noneMatch(
                        name -> name.language().equals("en") || name.language().equals("ar"))) {
            counting.unnamed++;
            return;
        }
        Entity entity = new Entity(thing.type, key(iri, thing));
        file.addThing(entity, names, iri);
        counting.added++;
        counting.names += names.size();
        if (names.stream().anyMatch(name -> isNameOfAnother(name, thing.type))) {
            counting.namesakes++;
        }
    }

    private boolean isNameOfAnother(Name name, EntityType type) {
        List<String> normals = Tokeniser.normals(name.text());
        return known.longest(normals, 0).stream()
                .filter(match -> match.length() == normals.size())
                .flatMap(match -> match.entries().stream())
                .anyMatch(entry -> entry.entity().type() == type);
    }

    private static String key(String iri, Thing thing) {
        String name =
                thing.english.orElseGet(() -> thing.names().iterator().next().text());
        String slug = Slug.spelled(name);
        String number = iri.substring(iri.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return (slug.isEmpty() ? thing.type.segment() : slug.substring(0, Math.min(LONGEST_SLUG, slug.length()))) + "-"
                + number;
    }

    /**
     * What became of a table.
     *
     * @param names that were written
     * @param known things that got names
     */
    public record Counts(long rows, long names, long known, New added, LeftOut leftOut) {}

    /**
     * People and organisations that were not known.
     *
     * @param namesakes how many of them bear a name of another of their type, and may be the same
     */
    public record New(long things, long namesakes) {}

    /**
     * Things that are not in the file.
     *
     * @param places that Khabar does not have
     * @param unnamed people and organisations without a name in English or Arabic
     */
    public record LeftOut(long places, long unnamed) {}

    private static final class Counting {
        private long names;
        private long known;
        private long added;
        private long unnamed;
        private long namesakes;
    }

    private static final class Thing {
        private final Optional<Entity> entity;
        private final EntityType type;
        private final Set<Name> labels = new LinkedHashSet<>();
        private final Set<Name> aliases = new LinkedHashSet<>();
        private Optional<String> english = Optional.empty();

        Thing(Optional<Entity> entity, EntityType type) {
            this.entity = entity;
            this.type = type;
        }

        /** Those to show it by first. */
        Set<Name> names() {
            Set<Name> all = new LinkedHashSet<>(labels);
            all.addAll(aliases);
            return all;
        }
    }
}
