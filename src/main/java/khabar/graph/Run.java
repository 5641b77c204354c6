package khabar.graph;

import java.time.Clock;
import java.time.LocalDate;
import khabar.article.ArticleKey;

/**
 * One day's reading with one reader and one gazetteer: what produced a statement. It says the day and not the moment, so
 * that every graph says the same of it; the moment is {@code kh:firstRead} of each article.
 *
 * @param day in UTC
 */
public record Run(String readerVersion, String gazetteerVersion, LocalDate day) {
    public static Run of(String readerVersion, String gazetteerVersion, Clock clock) {
        return new Run(readerVersion, gazetteerVersion, LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC));
    }

    /** 16 hex digits. */
    public String key() {
        return ArticleKey.hash(readerVersion + "\u001f" + gazetteerVersion + "\u001f" + day);
    }
}
