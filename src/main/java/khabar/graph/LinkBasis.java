package khabar.graph;

import khabar.names.Basis;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;

/** What links are made by, in the words of the vocabulary. */
final class LinkBasis {
    private LinkBasis() {}

    static Node of(Basis basis) {
        return switch (basis) {
            case NAME -> Kh.ByName;
            case SPELLING -> Kh.BySpelling;
            case TRANSLITERATION -> Kh.ByTransliteration;
            case SURNAME -> Kh.BySurname;
            case TITLE -> Kh.ByTitle;
            case OFFICE -> Kh.ByOffice;
            case COMPOSED -> Kh.ByComposition;
            case CAPITAL -> Kh.ByCapital;
            case STATE -> Kh.ByState;
            case TAKEN_UP -> Kh.ByTakingUp;
            case EDITOR -> Kh.ByEditor;
        };
    }
}
