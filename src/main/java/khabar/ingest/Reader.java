package khabar.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import khabar.article.Article;
import khabar.event.EventCoder;
import khabar.event.ReportedArticle;
import khabar.gazetteer.Gazetteer;
import khabar.names.LinkedReading;
import khabar.names.MentionRecogniser;
import khabar.names.Names;
import khabar.names.NamesSettings;
import khabar.names.Ruled;
import khabar.names.model.TransformerRecogniser;
import khabar.text.SegmentedArticle;
import khabar.text.Segmenter;

/** Reads an article: a function from the text to what it says, which stores nothing. Safe for many threads. */
public final class Reader {
    /** To be raised whenever the same text is read differently, so that articles are read anew. */
    public static final String VERSION = "9";

    private final Gazetteer gazetteer;
    private final Names names;
    private final EventCoder coder;
    private final Optional<MentionRecogniser.Info> chosen;
    private final Function<Gazetteer, Names> namesBy;

    private Reader(Gazetteer gazetteer, Function<Gazetteer, Names> namesBy, Optional<MentionRecogniser.Info> chosen) {
        this.gazetteer = gazetteer;
        this.namesBy = namesBy;
        this.names = namesBy.apply(gazetteer);
        this.coder = new EventCoder(gazetteer);
        this.chosen = chosen;
    }

    /** With the recogniser that comes with the program. */
    public static Reader of(Gazetteer gazetteer) {
        return new Reader(gazetteer, Names::new, Optional.empty());
    }

    /** With the recogniser that is set; throws {@link khabar.names.model.UnusableModel} with one line for a person. */
    public static Reader of(Gazetteer gazetteer, NamesSettings settings) {
        return settings.model()
                .map(folder -> of(gazetteer, TransformerRecogniser.open(folder, settings.threads()), settings.budget()))
                .orElseGet(() -> of(gazetteer));
    }

    /** With any recogniser, which may take so long for an article. */
    static Reader of(Gazetteer gazetteer, MentionRecogniser recogniser, Duration most) {
        return new Reader(gazetteer, other -> new Names(other, recogniser, most), Optional.of(recogniser.info()));
    }

    /** With the same recogniser, which is not opened again. */
    Reader with(Gazetteer other) {
        return new Reader(other, namesBy, chosen);
    }

    public ReportedArticle read(Article article) {
        return read(article, List.of());
    }

    /** @param ruled what editors decided of names of this article */
    ReportedArticle read(Article article, List<Ruled> ruled) {
        SegmentedArticle text = Segmenter.segment(article);
        LinkedReading reading = names.read(text, ruled);
        return coder.code(reading);
    }

    /** What reads: the version of the program, and the recogniser of names where it is not the built-in one. */
    String version() {
        return chosen.map(info -> VERSION + " " + info.name()).orElse(VERSION);
    }

    /** What has read: where the chosen recogniser gave up, the program alone, so that the article is read anew. */
    String version(ReportedArticle read) {
        return read.reading().gaveUp().isPresent() ? VERSION : version();
    }

    Gazetteer gazetteer() {
        return gazetteer;
    }
}
