package khabar.ingest;

import khabar.article.Article;
import khabar.event.EventCoder;
import khabar.event.ReportedArticle;
import khabar.gazetteer.Gazetteer;
import khabar.names.LinkedReading;
import khabar.names.Names;
import khabar.text.SegmentedArticle;
import khabar.text.Segmenter;

/** Reads an article: a function from the text to what it says, which stores nothing. Safe for many threads. */
public final class Reader {
    /** To be raised whenever the same text is read differently, so that articles are read anew. */
    public static final String VERSION = "3";

    private final Gazetteer gazetteer;
    private final Names names;
    private final EventCoder coder;

    private Reader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.names = new Names(gazetteer);
        this.coder = new EventCoder(gazetteer);
    }

    public static Reader of(Gazetteer gazetteer) {
        return new Reader(gazetteer);
    }

    public ReportedArticle read(Article article) {
        SegmentedArticle text = Segmenter.segment(article);
        LinkedReading reading = names.read(text);
        return coder.code(reading);
    }

    Gazetteer gazetteer() {
        return gazetteer;
    }
}
