package khabar.gazetteer;

/** A name in one language (BCP 47 tag). */
public record Name(String text, String language) {}
