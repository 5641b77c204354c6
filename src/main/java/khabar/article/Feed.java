package khabar.article;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.jdom2.located.Located;
import org.jdom2.located.LocatedJDOMFactory;
import org.jsoup.Jsoup;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads the articles of a feed, RSS or Atom of any version, one an item; nothing is ever fetched. A document type, and
 * with it every entity of its own, is refused.
 *
 * <p>Chosen: the text of an item is its content, else its description or summary, else its title alone. An item that
 * tells only when it was last changed was published then. A date that cannot be read refuses its item, as in any other
 * input: ROME leaves some out and makes 3 March of 31 February, and so they are read here as they stand. The source is the one that the item names,
 * else the title of the feed; an author is none.
 */
final class Feed {
    /** A longer feed is refused, in bytes. */
    static final int LONGEST = 20_000_000;

    private static final int DEEPEST = 200;
    private static final Namespace DC = Namespace.getNamespace("http://purl.org/dc/elements/1.1/");
    private static final Namespace TERMS = Namespace.getNamespace("http://purl.org/dc/terms/");
    private static final Namespace ORIGINAL = Namespace.getNamespace("http://rssnamespace.org/feedburner/ext/1.0");
    private static final Namespace RDF = Namespace.getNamespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    private static final Set<String> ATOM = Set.of("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s/?#]\\S*");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Map<String, String> ZONES = Map.of(
            "UT", "+0000", "Z", "+0000", "EST", "-0500", "EDT", "-0400", "CST", "-0600", "CDT", "-0500", "MST", "-0700",
            "MDT", "-0600", "PST", "-0800", "PDT", "-0700");

    private final SourceRef at;
    private final SyndFeed feed;
    private final Element root;
    private final Consumer<Parsed> articles;

    private Feed(SourceRef at, SyndFeed feed, Element root, Consumer<Parsed> articles) {
        this.at = at;
        this.feed = feed;
        this.root = root;
        this.articles = articles;
    }

    /** Reads a feed: every item is one article, or why there is none; a file that is no feed is one refusal. */
    static void read(SourceRef at, byte[] bytes, Consumer<Parsed> articles) {
        if (bytes.length > LONGEST) {
            articles.accept(refused(at, "longer than 20 MB; split the feed"));
            return;
        }
        switch (Encoding.decode(at, bytes)) {
            case Decoded.Bad bad -> articles.accept(new Parsed.Refused(bad.problem()));
            case Decoded.Text(String text)
            when text.isBlank() -> articles.accept(new Parsed.Refused(new Problem.Empty(at, "the file")));
            case Decoded.Text(String text) -> read(at, text, articles);
        }
    }

    private static void read(SourceRef at, String text, Consumer<Parsed> articles) {
        // Some feeds begin with empty lines, which XML does not allow before its declaration.
        String bare = text.stripLeading();
        SourceRef start = at.plus(
                (int) text.substring(0, text.length() - bare.length()).lines().count());
        Document document;
        try {
            SAXBuilder builder = new SAXBuilder(new Strict(), null, new LocatedJDOMFactory());
            builder.setExpandEntities(false);
            document = builder.build(new StringReader(bare));
        } catch (JDOMException | IOException | IllegalArgumentException broken) {
            articles.accept(broken(start, broken));
            return;
        }
        Element root = document.getRootElement();
        if (!isFeed(root)) {
            articles.accept(refused(
                    start.plus(line(root) - 1),
                    "XML whose root element is <" + root.getQualifiedName() + ">, which is no feed; give RSS or Atom"));
            return;
        }
        try {
            WireFeedInput input = new WireFeedInput(false, Locale.US);
            input.setAllowDoctypes(false);
            SyndFeed feed = new SyndFeedImpl(input.build(document));
            new Feed(start, feed, root, articles).items();
        } catch (FeedException | IllegalArgumentException unknown) {
            articles.accept(
                    refused(start, "a feed of no version of RSS or Atom that is known: " + unknown.getMessage()));
        }
    }

    private void items() {
        List<Element> items = elements(root);
        List<SyndEntry> entries = feed.getEntries();
        if (items.size() != entries.size()) {
            articles.accept(
                    refused(at, "its items cannot be told apart; give RSS or Atom as their standards write it"));
            return;
        }
        if (items.isEmpty()) {
            articles.accept(new Parsed.Refused(new Problem.Empty(at, "the feed")));
        }
        for (int i = 0; i < items.size(); i++) {
            articles.accept(item(entries.get(i), items.get(i), i + 1));
        }
    }

    private Parsed item(SyndEntry entry, Element item, int number) {
        SourceRef here = new SourceRef(at.file(), at.line() + line(item) - 1);
        Optional<String> title = title(entry);
        String content = Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(Feed::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        if (content.isEmpty() && title.isEmpty()) {
            return refused(here, "item " + number + " of the feed has neither a title nor a text");
        }
        if (content.length() > Decoded.LONGEST_ARTICLE) {
            return refused(here, "item " + number + " of the feed is longer than 5 MB; an article is shorter");
        }
        if (Stream.of(content, title.orElse("")).anyMatch(text -> text.indexOf('\uFFFD') >= 0)) {
            return refused(
                    here, "item " + number + " of the feed holds U+FFFD, which stands where a character was lost");
        }
        Optional<String> summary = Optional.ofNullable(entry.getDescription())
                .map(Feed::text)
                .filter(text -> !text.isBlank() && !content.isEmpty());
        Optional<String> changed = date(item, "updated", "modified");
        Optional<String> published =
                date(item, "pubDate", "published", "issued", "created", "date").or(() -> changed);
        return new RawArticle(
                        here,
                        id(entry).orElse(null),
                        address(entry, item).orElse(null),
                        content.isEmpty() ? null : title.orElse(null),
                        summary.orElse(null),
                        content.isEmpty() ? title.orElse(null) : content,
                        published.orElse(null),
                        changed.equals(published) ? null : changed.orElse(null),
                        language(item).orElse(null),
                        source(entry).orElse(null),
                        null)
                .withoutRepeats()
                .check();
    }

    private static Optional<String> title(SyndEntry entry) {
        return Optional.ofNullable(entry.getTitleEx())
                .filter(title -> title.getValue() != null)
                .map(title -> isPlain(title) ? title.getValue() : Markup.bare(title.getValue()))
                .map(Feed::line)
                .filter(text -> !text.isEmpty());
    }

    private static String text(SyndContent content) {
        String given = Optional.ofNullable(content.getValue()).orElse("");
        return isPlain(content)
                ? given.strip()
                : PageText.ofFragment(Jsoup.parseBodyFragment(given).body());
    }

    /** Atom says what is plain text; RSS does not, and there nearly all is HTML. */
    private static boolean isPlain(SyndContent content) {
        return "text".equals(content.getType()) && "plain".equals(content.getMode());
    }

    private static Optional<String> id(SyndEntry entry) {
        return Optional.ofNullable(entry.getUri()).filter(id -> !id.isBlank() && !id.equals(entry.getLink()));
    }

    private Optional<String> address(SyndEntry entry, Element item) {
        return Stream.concat(
                        Stream.ofNullable(item.getChildText("origLink", ORIGINAL)), Stream.ofNullable(entry.getLink()))
                .map(address -> absolute(address.strip(), item))
                .filter(address -> ADDRESS.matcher(address).matches())
                .findFirst();
    }

    /** An address against {@code xml:base}, else against that of the site. */
    private String absolute(String address, Element item) {
        String base = Stream.of(
                        item.getAttributeValue("base", Namespace.XML_NAMESPACE),
                        root.getAttributeValue("base", Namespace.XML_NAMESPACE),
                        feed.getLink())
                .filter(given -> given != null && ADDRESS.matcher(given.strip()).matches())
                .findFirst()
                .orElse("");
        try {
            return address.isEmpty()
                            || base.isEmpty()
                            || SCHEME.matcher(address).lookingAt()
                    ? address
                    : new URI(base.strip()).resolve(new URI(address)).toString();
        } catch (URISyntaxException unclear) {
            return address;
        }
    }

    private Optional<String> source(SyndEntry entry) {
        return Stream.of(
                        Optional.ofNullable(entry.getSource()).map(SyndFeed::getTitle).stream(),
                        Stream.of(entry.getModule(DCModule.URI), feed.getModule(DCModule.URI))
                                .filter(DCModule.class::isInstance)
                                .map(DCModule.class::cast)
                                .flatMap(dc -> Stream.of(dc.getSource(), dc.getPublisher())),
                        Stream.ofNullable(feed.getTitle()))
                .flatMap(names -> names)
                .filter(name -> name != null)
                .map(name -> line(Markup.bare(name)))
                .filter(name -> !name.isEmpty() && !ADDRESS.matcher(name).matches())
                .findFirst();
    }

    private Optional<String> language(Element item) {
        return Stream.of(
                        item.getAttributeValue("lang", Namespace.XML_NAMESPACE),
                        item.getChildText("language", DC),
                        feed.getLanguage(),
                        root.getAttributeValue("lang", Namespace.XML_NAMESPACE))
                .filter(tag -> tag != null && !tag.isBlank())
                .flatMap(tag -> NewsArticleJson.tag(tag).stream())
                .findFirst();
    }

    /** The first date of these names. */
    private static Optional<String> date(Element item, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(
                                item.getNamespace(),
                                Namespace.NO_NAMESPACE,
                                DC,
                                TERMS,
                                Namespace.getNamespace("http://www.w3.org/2005/Atom"))
                        .map(space -> item.getChildTextNormalize(name, space)))
                .filter(text -> text != null && !text.isBlank())
                .map(Feed::zoned)
                .findFirst();
    }

    /** A moment whose zone has one of the names that RFC 822 knows, with the offset that it stands for. */
    private static String zoned(String text) {
        int zone = text.lastIndexOf(' ') + 1;
        return text.substring(0, zone) + ZONES.getOrDefault(text.substring(zone), text.substring(zone));
    }

    private static boolean isFeed(Element root) {
        return switch (root.getName()) {
            case "rss" -> true;
            case "feed" -> ATOM.contains(root.getNamespaceURI());
            case "RDF" ->
                root.getNamespace().equals(RDF)
                        && root.getChildren().stream()
                                .anyMatch(child -> child.getName().equals("channel"));
            default -> false;
        };
    }

    /** The elements of the items, in the order in which ROME gives them. */
    private static List<Element> elements(Element root) {
        Stream<Element> holders = root.getName().equals("rss")
                ? root.getChildren().stream().filter(child -> child.getName().equals("channel"))
                : Stream.of(root);
        return holders.flatMap(holder -> holder.getChildren().stream())
                .filter(child -> Set.of("item", "entry").contains(child.getName()))
                .toList();
    }

    private static Parsed broken(SourceRef at, Exception broken) {
        String message = Optional.ofNullable(broken.getCause()).orElse(broken).getMessage();
        String why =
                message == null ? "broken off" : message.lines().findFirst().orElse("broken off");
        if (why.contains("DOCTYPE")) {
            return refused(at, "XML with a DOCTYPE, which no feed needs; remove it");
        }
        if (!(broken instanceof JDOMParseException fault) || fault.getLineNumber() < 1) {
            return refused(at, "not XML: " + why);
        }
        return refused(
                at.plus(fault.getLineNumber() - 1),
                "not XML at column " + fault.getColumnNumber() + ": " + why.replaceFirst("\\.$", "")
                        + "; nothing of the file was read");
    }

    private static int line(Element element) {
        return element instanceof Located located ? Math.max(located.getLine(), 1) : 1;
    }

    private static String line(String text) {
        return text.replaceAll("[\\s\u00A0]+", " ").strip();
    }

    private static Parsed refused(SourceRef at, String why) {
        return new Parsed.Refused(new Problem.Unreadable(at, why));
    }

    /** The JDK's own reader: no document type, nothing from outside, no depth that a stack does not hold. */
    private static final class Strict implements XMLReaderJDOMFactory {
        @Override
        public XMLReader createXMLReader() throws JDOMException {
            try {
                SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                XMLReader reader = factory.newSAXParser().getXMLReader();
                reader.setProperty("jdk.xml.maxElementDepth", Integer.toString(DEEPEST));
                return reader;
            } catch (SAXException | ParserConfigurationException unsupported) {
                throw new JDOMException("this Java reads no XML safely", unsupported);
            }
        }

        @Override
        public boolean isValidating() {
            return false;
        }
    }
}
