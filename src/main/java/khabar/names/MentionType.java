package khabar.names;

/** What a name names. A state's name is an organisation where the state acts and a place where it locates. */
public enum MentionType {
    PERSON,
    ORGANISATION,
    PLACE,
    OTHER;

    /** As in output: {@code Person}. */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
