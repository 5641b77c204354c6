package khabar.article;

/** Why an article, or a part of it, was refused: data, not an exception. */
public sealed interface Problem {
    /** Where it was met. */
    SourceRef at();

    /** One line for a person: what is wrong and what to do. */
    String message();

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
            return why;
        }
    }

    /** A field is there and cannot be what it says. */
    record BadField(SourceRef at, String field, String value, String expected) implements Problem {
        @Override
        public String message() {
            String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
            return "field \"" + field + "\" is \"" + shown + "\"; expected " + expected;
        }
    }

    /** The graph made of the article breaks a shape: the article is not stored. */
    record ShapeViolation(SourceRef at, String focus, String why) implements Problem {
        @Override
        public String message() {
            return "the graph of the article breaks a shape at " + focus + ": " + why;
        }
    }
}
