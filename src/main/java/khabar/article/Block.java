package khabar.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * A paragraph of a page as a reader sees it: text that no other paragraph parts.
 *
 * @param text blanks as a browser shows them
 * @param linked how many of its characters lie in links
 * @param holder the innermost element that makes a block around it
 */
record Block(String text, int linked, Element holder) {
    private static final int MOST_LINKED = 2;

    /** Whether most of it is a link. */
    boolean isLink() {
        return linked * MOST_LINKED > text.length();
    }

    /** Whether it tells something: a sentence or more, most of it no link. */
    boolean isProse() {
        return !isLink() && paragraph().isProse() && words() >= 3;
    }

    boolean isHeading() {
        return holder.normalName().matches("h[1-6]|dt|caption|legend")
                || Optional.ofNullable(holder.parent())
                        .filter(parent -> parent.normalName().matches("h[1-6]"))
                        .isPresent();
    }

    int words() {
        return paragraph().words();
    }

    private Paragraph paragraph() {
        return new Paragraph(text, new Span(0, text.length()));
    }

    /** The blocks of an element, in reading order, and which of them lie in which element. */
    record Outline(List<Block> blocks, Map<Element, Span> ranges) {
        /** The blocks in an element; none where it was left out. */
        List<Block> in(Element element) {
            Span range = ranges.getOrDefault(element, new Span(0, 0));
            return blocks.subList(range.start(), range.end());
        }
    }

    /** Reads an element; what is left out is not looked into. */
    static Outline outline(Element root, Predicate<Element> leftOut) {
        Walk walk = new Walk(leftOut);
        root.filter(walk);
        walk.flush();
        return new Outline(walk.blocks, walk.ranges);
    }

    /** Goes through a page without recursion: pages may be nested deeper than a stack holds. */
    private static final class Walk implements NodeFilter {
        private final Predicate<Element> leftOut;
        private final List<Block> blocks = new ArrayList<>();
        private final Map<Element, Integer> starts = new HashMap<>();
        private final Map<Element, Span> ranges = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final List<Span> links = new ArrayList<>();
        private final List<Element> holders = new ArrayList<>();
        private int inLinks;
        private int inPre;

        private Walk(Predicate<Element> leftOut) {
            this.leftOut = leftOut;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.getWholeText());
            } else if (node instanceof Element element) {
                if (leftOut.test(element)) {
                    gap(element);
                    return FilterResult.SKIP_ENTIRELY;
                }
                enter(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                leave(element);
            }
            return FilterResult.CONTINUE;
        }

        private void enter(Element element) {
            if (isBlock(element)) {
                flush();
                holders.add(element);
            }
            starts.put(element, blocks.size());
            switch (element.normalName()) {
                case "a" -> inLinks++;
                case "pre" -> inPre++;
                case "br" -> text.append('\n');
                default -> gap(element);
            }
        }

        private void leave(Element element) {
            if (isBlock(element)) {
                flush();
                holders.removeLast();
            }
            ranges.put(element, new Span(starts.getOrDefault(element, 0), blocks.size()));
            switch (element.normalName()) {
                case "a" -> inLinks--;
                case "pre" -> inPre--;
                default -> {}
            }
        }

        private static boolean isBlock(Element element) {
            return element.isBlock() || element.parent() == null;
        }

        /** What is no text and stands between two words parts them only where a browser does. */
        private void gap(Element element) {
            if (element.isBlock()) {
                flush();
            }
        }

        private void append(String words) {
            int start = text.length();
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
                if (!blank) {
                    text.append(c);
                } else if (inPre > 0 && c == '\n') {
                    text.append('\n');
                } else if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
                    text.append(' ');
                }
            }
            if (inLinks > 0 && text.length() > start) {
                links.add(new Span(start, text.length()));
            }
        }

        private void flush() {
            if (!text.isEmpty() && !holders.isEmpty()) {
                String whole = text.toString();
                int next = 0;
                for (Paragraph paragraph : Paragraph.of(whole, 0)) {
                    int linked = 0;
                    while (next < links.size()
                            && links.get(next).start() < paragraph.span().end()) {
                        linked += common(links.get(next), paragraph.span());
                        next++;
                    }
                    blocks.add(new Block(paragraph.text().replaceAll("\\s*\n\\s*", " "), linked, holders.getLast()));
                }
            }
            text.setLength(0);
            links.clear();
        }

        private static int common(Span link, Span paragraph) {
            return Math.max(0, Math.min(link.end(), paragraph.end()) - Math.max(link.start(), paragraph.start()));
        }
    }
}
