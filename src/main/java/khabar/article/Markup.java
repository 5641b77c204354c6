package khabar.article;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Text out of a stretch of HTML or XHTML, its paragraphs parted by a blank line. */
final class Markup {
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*(?:\\s[^<>]*)?/?>");
    private static final Pattern REFERENCE = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});");
    private static final Set<String> UNREAD = Set.of("script", "style", "head", "title", "template", "noscript");

    private Markup() {}

    /** Whether a text has tags in it. */
    static boolean is(String text) {
        return TAG.matcher(text).find();
    }

    /** The text of a field that may hold HTML although it should not; what holds none comes back as it is. */
    static String bare(String text) {
        if (is(text)) {
            return text(text);
        }
        return REFERENCE.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
    }

    /** The text of HTML. */
    static String text(String html) {
        Lines lines = new Lines();
        Jsoup.parseBodyFragment(html).body().traverse(lines);
        return lines.text();
    }

    /** Collects the text, breaks where a block begins or ends. */
    private static final class Lines implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private int unread;

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case Element element when UNREAD.contains(element.normalName()) -> unread++;
                case Element element when element.nameIs("br") -> append("\n");
                case Element element when element.nameIs("td") || element.nameIs("th") -> append(" ");
                case Element element when element.isBlock() -> append("\n\n");
                case TextNode words -> append(words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (UNREAD.contains(element.normalName())) {
                    unread--;
                } else if (element.isBlock()) {
                    append("\n\n");
                }
            }
        }

        private void append(String more) {
            if (unread == 0) {
                text.append(more);
            }
        }

        String text() {
            return text.toString()
                    .replaceAll(" +", " ")
                    .replaceAll(" ?\\n ?", "\n")
                    .replaceAll("\\n{3,}", "\n\n")
                    .strip();
        }
    }
}
