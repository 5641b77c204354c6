package khabar.browse;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import khabar.vocab.Base;
import org.apache.jena.graph.Node;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What a search asks for: the whole state of the search page, and as such an address.
 *
 * @param words as they were typed; empty where everything is asked for
 * @param chosen one value at most of each facet
 * @param page number of the page, from 1 on
 */
record Asked(String words, Map<Facet, Node> chosen, Period period, Order order, View view, int page) {
    static final String PATH = "/search";

    /** Of what was typed so many characters are looked for. */
    static final int LONGEST = 200;

    /** In which order results come. */
    enum Order {
        RELEVANCE,
        NEWEST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something in an address that could not be followed: the key of a message, and what goes into it. */
    record Note(String key, List<String> values) {}

    /** What an address asks for, and what of it could not be understood. */
    record Read(Asked asked, List<Note> notes) {}

    Asked {
        chosen = Map.copyOf(chosen);
        order = words.isEmpty() ? Order.NEWEST : order;
    }

    /** Whatever is wrong in the address is left out, and a note says so. */
    static Read read(Map<String, String> address, Base base) {
        List<Note> notes = new ArrayList<>();
        String words = typed(address.getOrDefault("q", ""), notes);
        Map<Facet, Node> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String word = address.getOrDefault(facet.word(), "").strip();
            if (!word.isEmpty()) {
                facet.value(base, word)
                        .ifPresentOrElse(value -> chosen.put(facet, value), () -> notes.add(unknown(facet, word)));
            }
        }
        Period period = period(address, notes);
        Order order = order(address, words, notes);
        return new Read(new Asked(words, chosen, period, order, view(address, notes), page(address, notes)), notes);
    }

    static Note unknown(Facet facet, String word) {
        return new Note("search.note." + facet.word(), List.of(shown(word)));
    }

    public boolean isNarrowed() {
        return !chosen.isEmpty() || !period.isOpen();
    }

    Asked with(Facet facet, Node value) {
        Map<Facet, Node> more = new EnumMap<>(Facet.class);
        more.putAll(chosen);
        more.put(facet, value);
        return new Asked(words, more, period, order, view, 1);
    }

    Asked without(Facet facet) {
        Map<Facet, Node> less = new EnumMap<>(Facet.class);
        less.putAll(chosen);
        less.remove(facet);
        return new Asked(words, less, period, order, view, 1);
    }

    Asked during(Period other) {
        return new Asked(words, chosen, other, order, view, 1);
    }

    Asked by(Order other) {
        return new Asked(words, chosen, period, other, view, 1);
    }

    Asked seen(View other) {
        return new Asked(words, chosen, period, order, other, 1);
    }

    Asked at(int number) {
        return new Asked(words, chosen, period, order, view, number);
    }

    Asked saying(String other) {
        return new Asked(other, chosen, period, order, view, 1);
    }

    public Asked unnarrowed() {
        return new Asked(words, Map.of(), Period.ALWAYS, order, view, 1);
    }

    public String href() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        parameters(true).forEach(parameter -> address.queryParam(parameter.name(), encoded(parameter.value())));
        return address.build(true).toUriString();
    }

    /** A parameter of its address. */
    record Parameter(String name, String value) {}

    /** All but the words and the period, which a form has fields for. */
    public List<Parameter> hidden() {
        return parameters(false);
    }

    private List<Parameter> parameters(boolean all) {
        List<Parameter> parameters = new ArrayList<>();
        if (all && !words.isEmpty()) {
            parameters.add(new Parameter("q", words));
        }
        for (Facet facet : Facet.values()) {
            Optional.ofNullable(chosen.get(facet))
                    .ifPresent(value -> parameters.add(new Parameter(facet.word(), facet.word(value))));
        }
        if (all) {
            period.writtenFrom().ifPresent(day -> parameters.add(new Parameter("from", day)));
            period.writtenTo().ifPresent(day -> parameters.add(new Parameter("to", day)));
        }
        if (order != usual(words)) {
            parameters.add(new Parameter("order", order.word()));
        }
        if (view != View.LIST) {
            parameters.add(new Parameter("view", view.word()));
        }
        if (all && page > 1) {
            parameters.add(new Parameter("page", Integer.toString(page)));
        }
        return parameters;
    }

    /** Words are answered by what fits them best, the absence of words by what is newest. */
    private static Order usual(String words) {
        return words.isEmpty() ? Order.NEWEST : Order.RELEVANCE;
    }

    private static String typed(String given, List<Note> notes) {
        String plain = given.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\s]+", " ").strip();
        if (plain.codePointCount(0, plain.length()) <= LONGEST) {
            return plain;
        }
        notes.add(new Note("search.note.long", List.of(Integer.toString(LONGEST))));
        return plain.substring(0, plain.offsetByCodePoints(0, LONGEST)).strip();
    }

    private static Period period(Map<String, String> address, List<Note> notes) {
        String from = address.getOrDefault("from", "").strip();
        String to = address.getOrDefault("to", "").strip();
        Optional<LocalDate> first = Period.first(from);
        Optional<LocalDate> last = Period.last(to);
        if (!from.isEmpty() && first.isEmpty()) {
            notes.add(new Note("search.note.date", List.of(shown(from))));
        }
        if (!to.isEmpty() && last.isEmpty()) {
            notes.add(new Note("search.note.date", List.of(shown(to))));
        }
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            notes.add(new Note("search.note.backwards", List.of(shown(from), shown(to))));
            return Period.ALWAYS;
        }
        return new Period(first, last);
    }

    private static Order order(Map<String, String> address, String words, List<Note> notes) {
        String word = address.getOrDefault("order", "").strip();
        for (Order order : Order.values()) {
            if (order.word().equals(word)) {
                return order;
            }
        }
        if (!word.isEmpty()) {
            notes.add(new Note("search.note.order", List.of(shown(word))));
        }
        return usual(words);
    }

    private static View view(Map<String, String> address, List<Note> notes) {
        String word = address.getOrDefault("view", "").strip();
        if (word.isEmpty()) {
            return View.LIST;
        }
        return View.of(word).orElseGet(() -> {
            notes.add(new Note("search.note.view", List.of(shown(word))));
            return View.LIST;
        });
    }

    private static int page(Map<String, String> address, List<Note> notes) {
        String word = address.getOrDefault("page", "1").strip();
        if (word.matches("[0-9]{1,18}")) {
            return Slice.number(word);
        }
        notes.add(new Note("search.note.page", List.of(shown(word))));
        return 1;
    }

    private static String shown(String word) {
        return Text.plain(word.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\s]+", " "))
                .cut(60)
                .value();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
