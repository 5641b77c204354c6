package khabar.browse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.export.Format;
import khabar.vocab.Base;

/** The data as a whole for search engines: a schema.org Dataset, as JSON-LD that may stand in a page. */
final class DatasetJsonLd {
    private DatasetJsonLd() {}

    /**
     * Says nothing that the description of the dataset does not say, too.
     *
     * @param places where the most happened, by name
     */
    static String of(Base base, AboutPage.Freshness fresh, List<String> places) {
        Map<String, Object> agent = Map.of("@type", "Organization", "name", "Khabar", "url", base.iri());
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@context", "https://schema.org/");
        dataset.put("@type", "Dataset");
        dataset.put("@id", base.iri() + "dataset");
        dataset.put("identifier", base.iri() + "dataset");
        dataset.put("url", base.iri() + "about");
        dataset.put("name", "Khabar: news as linked data");
        dataset.put("alternateName", "خبر: الأخبار بيانات مترابطة");
        dataset.put(
                "description",
                "Who did what to whom, where and when, as news articles in Arabic and English say it: events, actors, places"
                        + " and reports, each statement with the sentence that it came from.");
        dataset.put("license", "https://creativecommons.org/licenses/by-sa/4.0/");
        dataset.put("isAccessibleForFree", true);
        dataset.put("inLanguage", List.of("ar", "en"));
        dataset.put("keywords", List.of("news", "events", "actors", "PLOVER", "linked data", "أخبار", "أحداث"));
        dataset.put("creator", agent);
        dataset.put("publisher", agent);
        fresh.version().ifPresent(version -> dataset.put("version", version));
        fresh.read().ifPresent(read -> dataset.put("dateModified", read.iso()));
        period(fresh).ifPresent(period -> dataset.put("temporalCoverage", period));
        if (!places.isEmpty()) {
            dataset.put("spatialCoverage", places);
        }
        dataset.put("distribution", files(base));
        return Embedded.json(dataset);
    }

    private static Optional<String> period(AboutPage.Freshness fresh) {
        return fresh.first().flatMap(first -> fresh.last().map(last -> first.iso() + "/" + last.iso()));
    }

    private static List<Map<String, Object>> files(Base base) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Format format : Format.values()) {
            files.add(Map.of(
                    "@type",
                    "DataDownload",
                    "contentUrl",
                    base.iri() + "export/khabar." + format.suffix() + ".gz",
                    "encodingFormat",
                    List.of(format.mediaType(), "application/gzip")));
        }
        return files;
    }
}
