package khabar.event;

import java.util.List;
import khabar.names.LinkedReading;

/** All that was read in one article; reports in text order of their first evidence. */
public record ReportedArticle(LinkedReading reading, List<Report> reports) {
    public ReportedArticle {
        reports = List.copyOf(reports);
    }
}
