package khabar.gazetteer;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/** Turtle in the words of {@code rdf/gazetteer}, with IRIs relative to the base, as it is written. */
final class NameFile {
    private static final Set<String> SHOWN = Set.of("en", "ar");

    private final StreamRDF turtle;

    /** @param of where the names are from: said of the whole file */
    NameFile(OutputStream out, NameCollection of) {
        turtle = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        turtle.start();
        turtle.prefix("kh", Description.KH);
        turtle.prefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        turtle.prefix("skos", "http://www.w3.org/2004/02/skos/core#");
        turtle.prefix("dct", "http://purl.org/dc/terms/");
        turtle.prefix("wd", "http://www.wikidata.org/entity/");
        for (EntityType type : EntityType.values()) {
            turtle.prefix(type.segment(), "id/" + type.segment() + "/");
        }
        of.sources().forEach(source -> say("", Description.SOURCE, NodeFactory.createURI(source)));
        of.licence().ifPresent(licence -> say("", "http://purl.org/dc/terms/license", NodeFactory.createURI(licence)));
    }

    /** Names of something that stays what it is, and is shown as it was. */
    void addNames(Entity entity, Set<Name> names) {
        type(entity);
        names.forEach(name -> say(entity.path(), Description.ALT_LABEL, literal(name)));
    }

    /** Something new, shown by its first name in English and in Arabic. */
    void addThing(Entity entity, Set<Name> names, String exactMatch) {
        type(entity);
        Set<String> shown = new HashSet<>();
        for (Name name : names) {
            boolean label = SHOWN.contains(name.language()) && shown.add(name.language());
            say(entity.path(), label ? Description.LABEL : Description.ALT_LABEL, literal(name));
        }
        say(entity.path(), Description.EXACT_MATCH, NodeFactory.createURI(exactMatch));
    }

    void finish() {
        turtle.finish();
    }

    private void type(Entity entity) {
        String segment = entity.type().segment();
        String type = segment.substring(0, 1).toUpperCase(Locale.ROOT) + segment.substring(1);
        say(entity.path(), Description.TYPE, NodeFactory.createURI(Description.KH + type));
    }

    private void say(String subject, String property, Node value) {
        turtle.triple(Triple.create(NodeFactory.createURI(subject), NodeFactory.createURI(property), value));
    }

    private static Node literal(Name name) {
        return NodeFactory.createLiteralLang(name.text(), name.language());
    }
}
