package khabar.article;

/** One zone of an article; a body may have many, one a paragraph. */
public record Zone(ZoneKind kind, String field, Span span) {}
