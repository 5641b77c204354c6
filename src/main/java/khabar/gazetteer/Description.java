package khabar.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Triple;

/** What a gazetteer file says of one subject, by property. */
record Description(String subject, Map<String, List<Value>> values) {
    static final String KH = "https://w3id.org/khabar/ns#";
    static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    static final String ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel";
    static final String EXACT_MATCH = "http://www.w3.org/2004/02/skos/core#exactMatch";
    static final String SOURCE = "http://purl.org/dc/terms/source";
    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    static final String LATITUDE = "http://www.w3.org/2003/01/geo/wgs84_pos#lat";
    static final String LONGITUDE = "http://www.w3.org/2003/01/geo/wgs84_pos#long";

    static Description of(String subject, List<Triple> triples) {
        Map<String, List<Value>> values = HashMap.newHashMap(triples.size());
        for (Triple triple : triples) {
            values.computeIfAbsent(triple.getPredicate().getURI(), property -> new ArrayList<>(1))
                    .add(Value.of(triple.getObject()));
        }
        return new Description(subject, values);
    }

    List<Value> all(String property) {
        return values.getOrDefault(property, List.of());
    }

    List<String> texts(String property) {
        List<Value> all = all(property);
        return all.isEmpty() ? List.of() : all.stream().map(Value::text).toList();
    }

    List<Name> names(String... properties) {
        List<Name> names = new ArrayList<>();
        for (String property : properties) {
            for (Value value : all(property)) {
                if (value instanceof Value.Literal name) {
                    names.add(new Name(name.text(), name.language()));
                }
            }
        }
        return names;
    }

    Optional<String> first(String property) {
        List<Value> all = all(property);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst().text());
    }

    Optional<String> inLanguage(String property, String language) {
        for (Value value : all(property)) {
            if (value instanceof Value.Literal name && name.language().equals(language)) {
                return Optional.of(name.text());
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalStateException if the file lacks it: a file of ours is wrong */
    String required(String property) {
        return first(property).orElseThrow(() -> new IllegalStateException(subject + " lacks " + property));
    }

    /** The same with a value for what it does not say. */
    Description orElse(String property, Supplier<Value> value) {
        if (!all(property).isEmpty()) {
            return this;
        }
        Map<String, List<Value>> more = new HashMap<>(values);
        more.put(property, List.of(value.get()));
        return new Description(subject, more);
    }

    boolean isA(String type) {
        return all(TYPE).contains(new Value.Iri(type));
    }
}
