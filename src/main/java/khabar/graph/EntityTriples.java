package khabar.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Name;
import khabar.gazetteer.Tenure;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import khabar.vocab.Wgs84;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The known things that one article names, and all that they hang on: places that hold them, states, offices. */
final class EntityTriples {
    /** Codes of offices that stand above states. */
    private static final Map<String, String> ABOVE_STATES =
            Map.of("UNO", "united-nations", "EUU", "european-union", "ARL", "arab-league");

    private final Base base;
    private final Known known;
    private final Graph gazetteer = GraphMemFactory.createDefaultGraphSameTerm();
    private final Set<Entity> said = new HashSet<>();

    EntityTriples(Base base, Known known) {
        this.base = base;
        this.known = known;
    }

    Graph gazetteer() {
        return gazetteer;
    }

    /** Says all of an entry, once. */
    Node say(Entry entry) {
        Node node = base.resolve(entry.entity().path());
        if (said.add(entry.entity())) {
            sayNames(node, entry);
            switch (entry) {
                case Entry.Person person -> sayPerson(node, person);
                case Entry.Organisation organisation -> sayOrganisation(node, organisation);
                case Entry.Place place -> sayPlace(node, place);
            }
        }
        return node;
    }

    /** Says what the gazetteer knows of an entity; empty where it knows nothing, and then nothing is said. */
    Optional<Node> say(Entity entity) {
        return known.entry(entity).map(this::say);
    }

    /** A spelling of a known name that the gazetteer does not have. */
    void sayVariant(Entity entity, String spelling, String language) {
        gazetteer.add(base.resolve(entity.path()), Skos.hiddenLabel, Literals.text(spelling, language));
    }

    static Node typeOf(EntityType type) {
        return switch (type) {
            case PERSON -> Kh.Person;
            case ORGANISATION -> Kh.Organisation;
            case PLACE -> Kh.Place;
        };
    }

    private void sayNames(Node node, Entry entry) {
        gazetteer.add(node, Rdf.type, typeOf(entry.entity().type()));
        List<Node> labels = Stream.of(new Name(entry.english(), "en"), new Name(entry.arabic(), "ar"))
                .filter(name -> !name.text().isBlank())
                .map(name -> Literals.text(name.text(), languageOf(entry, name)))
                .toList();
        labels.forEach(label -> gazetteer.add(node, Rdfs.label, label));
        entry.names().stream()
                .map(name -> Literals.text(name.text(), name.language()))
                .filter(name -> !labels.contains(name))
                .forEach(name -> gazetteer.add(node, Skos.altLabel, name));
        known.sources(entry.entity()).forEach(source -> gazetteer.add(node, Dct.source, reference(source)));
        known.exactMatches(entry.entity())
                .forEach(same -> gazetteer.add(node, Skos.exactMatch, NodeFactory.createURI(same)));
    }

    /** The best name there is may be in another language than the one asked for. */
    private static String languageOf(Entry entry, Name asked) {
        List<String> languages = entry.names().stream()
                .filter(name -> name.text().equals(asked.text()))
                .map(Name::language)
                .toList();
        return languages.isEmpty() || languages.contains(asked.language()) ? asked.language() : languages.getFirst();
    }

    /** An address, or words. */
    private static Node reference(String source) {
        return source.startsWith("http://") || source.startsWith("https://")
                ? NodeFactory.createURI(source)
                : Literals.english(source);
    }

    private void sayPerson(Node node, Entry.Person person) {
        person.country().ifPresent(code -> sayBelonging(node, person.entity(), code));
        for (Tenure tenure : known.tenures(person.entity())) {
            Node held = base.id("tenure", tenure.key());
            gazetteer.add(node, Kh.hasTenure, held);
            gazetteer.add(held, Rdf.type, Kh.Tenure);
            gazetteer.add(held, Rdfs.label, Literals.english(tenure.english()));
            gazetteer.add(held, Rdfs.label, Literals.arabic(tenure.arabic()));
            gazetteer.add(held, Kh.holder, node);
            tenure.country()
                    .flatMap(code -> say(stateOf(code)))
                    .ifPresent(organisation -> gazetteer.add(held, Kh.officeOf, organisation));
            gazetteer.add(held, Kh.from, Literals.partialDate(tenure.from().value()));
            tenure.to()
                    .ifPresentOrElse(
                            to -> gazetteer.add(held, Kh.to, Literals.partialDate(to.value())),
                            () -> gazetteer.add(held, Kh.knownUntil, Literals.date(tenure.knownUntil())));
        }
    }

    private void sayOrganisation(Node node, Entry.Organisation organisation) {
        gazetteer.add(
                node, Kh.origin, Literals.string(organisation.origin().name().toLowerCase(Locale.ROOT)));
        organisation.codes().forEach(code -> gazetteer.add(node, Kh.sector, Literals.string(code)));
        organisation.country().ifPresent(code -> sayBelonging(node, organisation.entity(), code));
        if (organisation.origin() == Entry.Origin.STATE) {
            say(Entity.place(organisation.entity().key()))
                    .ifPresent(country -> gazetteer.add(node, Kh.statePlace, country));
        }
    }

    private void sayPlace(Node node, Entry.Place place) {
        gazetteer.add(node, Kh.feature, Literals.string(place.feature().name().toLowerCase(Locale.ROOT)));
        place.point().ifPresent(point -> {
            gazetteer.add(node, Wgs84.lat, Literals.decimal(point.latitude()));
            gazetteer.add(node, Wgs84.longitude, Literals.decimal(point.longitude()));
        });
        place.within().flatMap(this::say).ifPresent(container -> gazetteer.add(node, Kh.within, container));
        if (place.population() > 0) {
            gazetteer.add(node, Kh.population, Literals.integer(place.population()));
        }
        switch (place.feature()) {
            case COUNTRY -> sayCountry(node, place);
            case AREA, CITY -> {}
        }
    }

    private void sayCountry(Node node, Entry.Place place) {
        place.country().ifPresent(code -> gazetteer.add(node, Kh.countryCode, Literals.string(code)));
        if (place.point().isPresent()) {
            // A country has no one point: what its source gives is an outline.
            gazetteer.add(node, Kh.pointDerived, Literals.bool(true));
        }
        say(Entity.organisation(place.entity().key())).ifPresent(state -> gazetteer.add(node, Kh.stateActor, state));
    }

    /** A state does not belong to itself. */
    private void sayBelonging(Node node, Entity entity, String code) {
        Entity state = stateOf(code);
        if (!state.equals(entity)) {
            say(state).ifPresent(country -> gazetteer.add(node, Kh.country, country));
        }
    }

    private static Entity stateOf(String code) {
        return Entity.organisation(ABOVE_STATES.getOrDefault(code, code.toLowerCase(Locale.ROOT)));
    }
}
