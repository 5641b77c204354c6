package khabar.app;

/** Articles for tests, in our own words. */
final class Texts {
    static final String VISIT = """
            First Published: 2017-09-12

            وزير الخارجية الفرنسي يزور بغداد

            الوزير يلتقي رئيس الوزراء العراقي.

            وكالة التجربة

            بغداد – التقى وزير الخارجية الفرنسي الثلاثاء برئيس الوزراء العراقي حيدر العبادي في بغداد.
            """;
    static final String LINE_PARIS =
            "{\"id\":\"p\",\"source\":\"Example\",\"body\":\"The minister arrived in Paris.\"}";
    static final String LINE_ROME = "{\"id\":\"r\",\"source\":\"Example\",\"body\":\"The minister arrived in Rome.\"}";
    static final String MISSING = "no-such-file.txt";

    private Texts() {}
}
