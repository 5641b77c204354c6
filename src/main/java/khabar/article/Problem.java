package khabar.article;

/** Why an article, or a part of it, was refused: data, not an exception. */
public sealed interface Problem {
    /** Where it was met. */
    SourceRef at();

    /** One line for a person: what is wrong and what to do. */
    String message();

    /** Words that came in, fit to be shown: on one line, and without what a terminal would obey. */
    static String plain(String words) {
        return words.replaceAll("[\\p{Cc}\u2028\u2029]", "?");
    }

    /** Nothing to read: no text, or only blanks. */
    record Empty(SourceRef at, String what) implements Problem {
        @Override
        public String message() {
            return what + " is empty; give the text of the article";
        }
    }

    /** The bytes or the syntax are not what the file says they are. */
    record Unreadable(SourceRef at, String why) implements Problem {
        @Override
        public String message() {
            return plain(why);
        }
    }

    /** A field is there and cannot be what it says. */
    record BadField(SourceRef at, String field, String value, String expected) implements Problem {
        @Override
        public String message() {
            int end = Math.min(value.length(), 60);
            int cut = end > 0 && Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end;
            String shown = cut < value.length() ? value.substring(0, cut) + "…" : value;
            return "field \"" + field + "\" is \"" + plain(shown) + "\"; expected " + expected;
        }
    }

    /** The graph made of the article breaks a shape: the article is not stored. */
    record ShapeViolation(SourceRef at, String focus, String why) implements Problem {
        @Override
        public String message() {
            return "the graph of the article breaks a shape at " + focus + ": " + plain(why);
        }
    }
}
