package khabar.article;

/**
 * One text of an article, exactly as given (a byte order mark removed, line ends kept).
 *
 * @param name {@code text} for plain text; {@code headline}, {@code standfirst} or {@code body} for JSON Lines
 */
public record Field(String name, String text) {}
