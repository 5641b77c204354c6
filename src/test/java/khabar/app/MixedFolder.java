package khabar.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two hundred files as people have them: every kind that is read, Arabic and English, whole and broken, in folders within
 * folders. It knows how many articles it holds and what is wrong where.
 */
final class MixedFolder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final LocalDate FIRST = LocalDate.of(2017, 9, 1);
    private static final List<String> CITIES =
            List.of("Damascus", "Baghdad", "Cairo", "Ankara", "Moscow", "Paris", "Amman");
    private static final List<String> ARABIC_CITIES =
            List.of("دمشق", "بغداد", "القاهرة", "أنقرة", "موسكو", "باريس", "عمان");
    private static final List<List<String>> ENGLISH_ASIDE = List.of(
            List.of(
                    "The weather",
                    "The traffic",
                    "The harvest",
                    "The new library",
                    "The old bridge",
                    "The evening market"),
            List.of("was", "stayed", "seemed", "remained"),
            List.of("calm", "busy", "quiet", "slow", "pleasant", "crowded", "cold"),
            List.of("during the morning", "in the evening", "for a while", "all day long", "near the river"),
            List.of("under clear skies", "in light rain", "with few people about", "with music from afar"));
    private static final List<List<String>> ARABIC_ASIDE = List.of(
            List.of("كان الطقس", "كان المرور", "كان الحصاد", "كان الجسر القديم", "كان السوق المسائي"),
            List.of("هادئا", "بطيئا", "لطيفا", "مزدحما", "باردا", "جميلا"),
            List.of("في الصباح", "في المساء", "طوال النهار", "قرب النهر", "بعض الوقت"),
            List.of("تحت سماء صافية", "مع مطر خفيف", "مع قليل من الناس", "مع موسيقى من بعيد"));
    private static final int HUGE = 50_000_000;

    /**
     * Something that must be refused.
     *
     * @param file its name within the folder
     * @param line counted from 1
     * @param says what its line must tell, in part
     */
    record Wrong(String file, int line, String says) {}

    private final Path folder;
    private final List<Wrong> wrong = new ArrayList<>();
    private int files;
    private int articles;
    private int number;

    private MixedFolder(Path folder) {
        this.folder = folder;
    }

    static MixedFolder in(Path folder) throws IOException {
        MixedFolder mixed = new MixedFolder(folder);
        mixed.plainText();
        mixed.json();
        mixed.ninjs();
        mixed.jsonLd();
        mixed.pages();
        mixed.feeds();
        mixed.compressed();
        mixed.broken();
        return mixed;
    }

    Path path() {
        return folder;
    }

    int files() {
        return files;
    }

    /** How many different articles can be read in it. */
    int articles() {
        return articles;
    }

    List<Wrong> wrong() {
        return List.copyOf(wrong);
    }

    /** One article of ours; no two are alike. */
    private record Text(int number, String language, String headline, String body, LocalDate day) {
        String id() {
            return "mixed-" + number;
        }

        String source() {
            return language.equals("ar") ? "صحيفة الخليط" : "The Mixed Post";
        }

        String html() {
            return Arrays.stream(body.split("\n\n"))
                    .map(paragraph -> "<p>" + paragraph + "</p>")
                    .collect(Collectors.joining("\n"));
        }
    }

    private Text next() {
        int n = number++;
        LocalDate day = FIRST.plusDays(n % 90);
        int city = n % CITIES.size();
        if (n % 2 == 0) {
            String where = CITIES.get(city);
            return new Text(
                    n,
                    "en",
                    "Minister in " + where + ", visit number " + n,
                    where.toUpperCase(java.util.Locale.ROOT) + " – Russian Defence Minister Sergei Shoigu visited "
                            + where
                            + " on Tuesday.\n\nIt was report number " + n
                            + " that this desk sent from the city in the autumn, and the talks were to go on.\n\n"
                            + aside(ENGLISH_ASIDE, n),
                    day);
        }
        String where = ARABIC_CITIES.get(city);
        return new Text(
                n,
                "ar",
                "الوزير في " + where + " في الزيارة رقم " + n,
                where + " – زار وزير الدفاع الروسي سيرغي شويغو " + where
                        + " يوم الثلاثاء.\n\nوهذا هو التقرير رقم " + n
                        + " الذي أرسله المكتب من المدينة في الخريف، وكانت المحادثات ستستمر.\n\n"
                        + aside(ARABIC_ASIDE, n),
                day);
    }

    /** Of every article something else: equal words would make them copies of one story. */
    private static String aside(List<List<String>> parts, int n) {
        Random random = new Random(n);
        return IntStream.range(0, 8)
                .mapToObj(i -> parts.stream()
                        .map(words -> words.get(random.nextInt(words.size())))
                        .collect(Collectors.joining(" ", "", ".")))
                .collect(Collectors.joining(" "));
    }

    private void plainText() throws IOException {
        for (int i = 0; i < 65; i++) {
            Text text = next();
            write("text/" + text.day().getMonthValue() + "/" + text.id() + ".txt", plain(text));
            articles++;
        }
        // What was read once is not read twice, whatever the file is called.
        write("text/again.txt", Files.readString(folder.resolve("text/9/mixed-0.txt")));
    }

    private static String plain(Text text) {
        return "First Published: " + text.day() + "\n\n" + text.headline() + "\n\n" + text.source() + "\n\n"
                + text.body() + "\n";
    }

    private void json() throws IOException {
        for (int i = 0; i < 20; i++) {
            String lines = IntStream.range(0, 2)
                    .mapToObj(line -> fields(next()).toString())
                    .collect(Collectors.joining("\n"));
            articles += 2;
            if (i % 5 == 0) {
                String name = "json/lines-" + i + ".jsonl";
                write(name, lines + "\n{\"headline\": \"cut o\n" + fields(next()));
                articles++;
                wrong.add(new Wrong(name, 3, "not JSON"));
            } else {
                write("json/lines-" + i + ".jsonl", lines + "\n");
            }
        }
        for (int i = 0; i < 8; i++) {
            ArrayNode array = NODES.arrayNode();
            IntStream.range(0, 3).forEach(item -> array.add(fields(next())));
            articles += 3;
            write("json/array-" + i + ".json", array.toPrettyString());
        }
        String name = "json/dates.jsonl";
        write(name, fields(next()).put("published", "2017-02-30").toString());
        wrong.add(new Wrong(name, 1, "published"));
        write("json/no-body.json", "{\"headline\": \"A headline and nothing else\"}");
        wrong.add(new Wrong("json/no-body.json", 1, "body"));
    }

    private static ObjectNode fields(Text text) {
        return NODES.objectNode()
                .put("id", text.id())
                .put("headline", text.headline())
                .put("body", text.body())
                .put("published", text.day().toString())
                .put("language", text.language())
                .put("source", text.source());
    }

    private void ninjs() throws IOException {
        for (int i = 0; i < 20; i++) {
            Text text = next();
            boolean third = i % 2 == 1;
            ObjectNode item = NODES.objectNode()
                    .put("uri", "http://mixed.example/items/" + text.number())
                    .put("type", "text")
                    .put(third ? "versionCreated" : "versioncreated", text.day() + "T10:00:00Z")
                    .put("language", text.language());
            item.putArray("headlines").addObject().put("role", "main").put("value", text.headline());
            item.putArray("bodies")
                    .addObject()
                    .put("role", "main")
                    .put(third ? "contentType" : "contenttype", third ? "text/html" : "text/plain")
                    .put("value", third ? text.html() : text.body());
            item.putObject("provider").put("name", text.source());
            write("ninjs/" + text.id() + ".json", item.toPrettyString());
            articles++;
        }
        String name = "ninjs/picture.json";
        write(
                name,
                NODES.objectNode()
                        .put("uri", "http://mixed.example/items/picture")
                        .put("type", "picture")
                        .put("versioncreated", "2017-09-12T10:00:00Z")
                        .put("description_text", "A square in a city.")
                        .toString());
        wrong.add(new Wrong(name, 1, "picture"));
    }

    private void jsonLd() throws IOException {
        for (int i = 0; i < 16; i++) {
            Text text = next();
            ObjectNode item = linked(text);
            ObjectNode whole = i % 4 == 3 ? NODES.objectNode() : item;
            if (i % 4 == 3) {
                whole.put("@context", "https://schema.org").putArray("@graph").add(item);
            }
            write(
                    "linked/" + text.id() + (i % 2 == 0 ? ".jsonld" : ".json"),
                    JsonMapper.shared().writeValueAsString(whole));
            articles++;
        }
    }

    private static ObjectNode linked(Text text) {
        ObjectNode item = NODES.objectNode()
                .put("@context", "https://schema.org")
                .put("@type", "NewsArticle")
                .put("@id", "https://mixed.example/" + text.id())
                .put("headline", text.headline())
                .put("articleBody", text.body())
                .put("datePublished", text.day() + "T12:00:00+03:00")
                .put("inLanguage", text.language());
        item.putObject("publisher").put("@type", "NewsMediaOrganization").put("name", text.source());
        return item;
    }

    private void pages() throws IOException {
        for (int i = 0; i < 24; i++) {
            Text text = next();
            String head = i % 2 == 0
                    ? "<meta property=\"og:site_name\" content=\"" + text.source()
                            + "\"><meta property=\"article:published_time\" content=\"" + text.day()
                            + "T08:00:00Z\"><link rel=\"canonical\" href=\"https://mixed.example/" + text.id() + "\">"
                    : "<script type=\"application/ld+json\">" + linked(text) + "</script>";
            write("pages/" + text.id() + (i % 3 == 0 ? ".htm" : ".html"), page(text, head));
            articles++;
        }
        write(
                "pages/home.html",
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>The Mixed Post</title></head><body><nav>"
                        + IntStream.range(0, 40)
                                .mapToObj(n -> "<a href=\"/" + n + "\">A headline, number " + n + "</a>")
                                .collect(Collectors.joining())
                        + "</nav></body></html>");
        wrong.add(new Wrong("pages/home.html", 1, "article"));
    }

    private static String page(Text text, String head) {
        return "<!DOCTYPE html>\n<html lang=\"" + text.language() + "\"><head><meta charset=\"utf-8\"><title>"
                + text.headline()
                + " - " + text.source() + "</title>" + head
                + "</head><body><nav><a href=\"/\">Home</a> <a href=\"/s\">Sport</a></nav>"
                + "<article><h1>" + text.headline() + "</h1>" + text.html()
                + "</article><footer>All rights, all wrongs, and an address.</footer></body></html>";
    }

    private void feeds() throws IOException {
        for (int i = 0; i < 10; i++) {
            List<Text> items = IntStream.range(0, 2).mapToObj(item -> next()).toList();
            write("feeds/feed-" + i + (i % 2 == 0 ? ".rss" : ".xml"), i % 3 == 2 ? atom(items) : rss(items));
            articles += items.size();
        }
    }

    private static String rss(List<Text> items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>The Mixed Feed</title>"
                + "<link>https://mixed.example/</link><description>Some of everything</description>"
                + items.stream()
                        .map(text ->
                                "<item><title>" + text.headline() + "</title><link>https://mixed.example/" + text.id()
                                        + "</link><guid isPermaLink=\"false\">" + text.id() + "</guid><pubDate>"
                                        + java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                                text.day().atTime(9, 0).atOffset(java.time.ZoneOffset.UTC))
                                        + "</pubDate><description><![CDATA[" + text.html() + "]]></description></item>")
                        .collect(Collectors.joining("\n"))
                + "</channel></rss>";
    }

    private static String atom(List<Text> items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The Mixed Feed</title>"
                + "<id>https://mixed.example/</id><updated>2017-09-12T00:00:00Z</updated>"
                + items.stream()
                        .map(text ->
                                "<entry><title>" + text.headline() + "</title><id>https://mixed.example/" + text.id()
                                        + "</id><link href=\"https://mixed.example/" + text.id() + "\"/><published>"
                                        + text.day()
                                        + "T09:00:00Z</published><updated>" + text.day()
                                        + "T09:00:00Z</updated><content type=\"html\"><![CDATA["
                                        + text.html() + "]]></content></entry>")
                        .collect(Collectors.joining("\n"))
                + "</feed>";
    }

    private void compressed() throws IOException {
        for (int i = 0; i < 10; i++) {
            write("packed/" + number + ".txt.gz", gzip(plain(next()).getBytes(StandardCharsets.UTF_8)));
            articles++;
        }
        for (int i = 0; i < 8; i++) {
            String lines = fields(next()) + "\n" + fields(next()) + "\n";
            write("packed/lines-" + i + ".jsonl.gz", gzip(lines.getBytes(StandardCharsets.UTF_8)));
            articles += 2;
        }
        byte[] whole = gzip((plain(next()) + "x".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
        write("packed/torn.txt.gz", Arrays.copyOf(whole, whole.length - 20));
        wrong.add(new Wrong("packed/torn.txt.gz", 1, "gzip"));
    }

    private void broken() throws IOException {
        for (int i = 0; i < 3; i++) {
            write("broken/empty-" + i + List.of(".txt", ".jsonl", ".html").get(i), "");
            wrong.add(new Wrong(
                    "broken/empty-" + i + List.of(".txt", ".jsonl", ".html").get(i), 1, "empty"));
        }
        write(
                "broken/picture.txt",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'});
        wrong.add(new Wrong("broken/picture.txt", 1, ""));
        write("broken/bytes.jsonl", new byte[] {0, 1, 2, 3, (byte) 0xff, (byte) 0xfe, 0, 0});
        wrong.add(new Wrong("broken/bytes.jsonl", 1, ""));
        write("broken/paper.pdf", "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1));
        wrong.add(new Wrong("broken/paper.pdf", 1, "PDF"));
        for (int i = 0; i < 3; i++) {
            write("broken/feed-" + i + ".xml", rss(List.of(next())).replace("</channel>", i == 0 ? "" : "</canal>"));
            wrong.add(new Wrong("broken/feed-" + i + ".xml", 0, ""));
        }
        write(
                "broken/sitemap.xml",
                "<?xml version=\"1.0\"?>\n<urlset><url><loc>https://mixed.example/</loc></url></urlset>");
        wrong.add(new Wrong("broken/sitemap.xml", 0, "urlset"));
        write("broken/list.json", "{\"count\": 3, \"pages\": [\"a\", \"b\"]}");
        wrong.add(new Wrong("broken/list.json", 1, ""));
        Text text = next();
        while (!text.language().equals("ar")) {
            text = next();
        }
        write("broken/encoding.jsonl", fields(text).toString().getBytes(Charset.forName("windows-1256")));
        wrong.add(new Wrong("broken/encoding.jsonl", 1, "UTF-8"));
        huge();
    }

    private void huge() throws IOException {
        Path file = folder.resolve("broken/huge.txt");
        byte[] line = "A line that says nothing, again and again, until nobody wants to read on.\n"
                .getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
            for (int written = 0; written < HUGE; written += line.length) {
                out.write(line);
            }
        }
        files++;
        wrong.add(new Wrong("broken/huge.txt", 1, "5 MB"));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(plain);
        }
        return packed.toByteArray();
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        files++;
    }
}
