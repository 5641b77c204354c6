package khabar.names.model;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.names.MentionType;

/**
 * What a model may say of a word.
 *
 * @param type empty outside of names
 * @param begins whether a name begins here whatever stands before
 */
record Label(Optional<MentionType> type, boolean begins) {
    static final String OUTSIDE = "O";
    private static final Pattern MARKED = Pattern.compile("(?<place>[BIESLU])[-_](?<type>.+)");

    /**
     * Reads a label of the schemes IO, BIO, BIOES and BILOU.
     *
     * @param types what the model's names of types mean; empty for what is no name here
     * @return empty where the name of the type is none of these
     */
    static Optional<Label> of(String label, Map<String, Optional<MentionType>> types) {
        if (label.equals(OUTSIDE)) {
            return Optional.of(new Label(Optional.empty(), false));
        }
        Matcher marked = MARKED.matcher(label);
        boolean isMarked = marked.matches();
        String name = isMarked ? marked.group("type") : label;
        boolean begins = isMarked && "BSU".contains(marked.group("place"));
        return Optional.ofNullable(types.get(name)).map(type -> new Label(type, begins));
    }
}
