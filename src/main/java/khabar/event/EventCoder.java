package khabar.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khabar.article.Published;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.names.Link;
import khabar.names.LinkedReading;
import khabar.text.Language;
import khabar.text.Sentence;

/** Reads the events of an article. Immutable; make one and keep it. */
public final class EventCoder {
    private final LineReader arabicLines;
    private final LineReader englishLines;
    private final ClauseCoder arabicClauses;
    private final ClauseCoder englishClauses;
    private final Retellings retellings;

    public EventCoder(Gazetteer gazetteer) {
        this(new GazetteerWorld(gazetteer));
    }

    EventCoder(World world) {
        this(world, new LearntJudge(Lexicon.arabic(), Filter.arabic()));
    }

    /** With another judge of what Arabic sentences tell: one that learns. */
    EventCoder(World world, Judge judge) {
        Lexicon arabic = Lexicon.arabic();
        Lexicon english = Lexicon.english();
        ContextReader contexts = new ContextReader();
        this.arabicLines = new LineReader(arabic, world);
        this.englishLines = new LineReader(english, world);
        this.arabicClauses = new ClauseCoder(arabic, world, contexts, judge);
        this.englishClauses = new ClauseCoder(english, world, contexts, Judge.RULES);
        this.retellings = new Retellings(world);
    }

    /**
     * The events that an article in Arabic or English tells; of articles in other languages none. In the reading that
     * comes back a country's or capital's mention that takes part in an event stands for the state.
     */
    public ReportedArticle code(LinkedReading reading) {
        Language language = reading.text().language();
        if (!language.isArabic() && !language.isEnglish()) {
            return new ReportedArticle(reading, List.of());
        }
        LineReader lines = language.isArabic() ? arabicLines : englishLines;
        ClauseCoder clauses = language.isArabic() ? arabicClauses : englishClauses;
        Optional<LocalDate> published =
                reading.text().article().publication().published().map(Published::day);
        List<ClauseCoder.Told> told = new ArrayList<>();
        List<Link> earlier = new ArrayList<>();
        List<Sentence> sentences = reading.text().sentences();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (sentence.zone().kind().tells()) {
                List<Link> links = reading.in(i);
                told.add(clauses.code(lines.read(i, sentence, links, earlier), published));
                earlier.addAll(links);
            }
        }
        List<Report> reports = retellings.together(told);
        return new ReportedArticle(acting(reading, reports), reports);
    }

    private static LinkedReading acting(LinkedReading reading, List<Report> reports) {
        List<Link> parties = reports.stream()
                .flatMap(report -> report.participants().stream())
                .flatMap(participant -> participant.link().stream())
                .toList();
        return reading.with(reading.links().stream()
                .map(link -> parties.stream()
                        .filter(party -> party.mention()
                                        .field()
                                        .equals(link.mention().field())
                                && party.mention().span().equals(link.mention().span()))
                        .findFirst()
                        .orElse(link))
                .toList());
    }

    /** The gazetteer as coding sees it. */
    record GazetteerWorld(Gazetteer gazetteer) implements World {
        @Override
        public Optional<Entry> entry(Entity entity) {
            return gazetteer.entry(entity);
        }

        @Override
        public Entry.Organisation state(String iso3) {
            return gazetteer.state(iso3);
        }

        @Override
        public Optional<String> nationality(String normal) {
            return gazetteer.nationality(normal);
        }

        @Override
        public Optional<String> capitalOf(Entity place) {
            return gazetteer.capitalOf(place);
        }
    }
}
