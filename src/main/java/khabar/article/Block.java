package khabar.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
 * @param isLink whether most of it is a link
 * @param isProse whether it tells something: a sentence or more, most of it no link
 */
record Block(String text, int linked, Element holder, boolean isLink, boolean isProse) {
    private static final Pattern HEADING = Pattern.compile("h[1-6]|dt|caption|legend");
    private static final int FEWEST_WORDS = 3;

    private static Block of(Paragraph paragraph, int linked, Element holder) {
        String text = paragraph.text();
        boolean link = linked * 2 > text.length();
        return new Block(
                text.indexOf('\n') < 0 ? text : text.replaceAll("[\\s&&[^\n]]*\n\\s*", " "),
                linked,
                holder,
                link,
                !link && paragraph.isProse() && paragraph.words() >= FEWEST_WORDS);
    }

    boolean isHeading() {
        return isHeading(holder)
                || Optional.ofNullable(holder.parent()).filter(Block::isHeading).isPresent();
    }

    private static boolean isHeading(Element element) {
        return HEADING.matcher(element.normalName()).matches();
    }

    int words() {
        return new Paragraph(text, new Span(0, text.length())).words();
    }

    /** The blocks of an element, in reading order, and which of them lie in which element. */
    static final class Outline {
        private final List<Block> blocks;
        private final Map<Element, Span> ranges;
        /** Characters of prose before each block. */
        private final long[] prose;
        /** Characters in links before each block. */
        private final long[] linked;
        /** Characters before each block. */
        private final long[] all;

        private Outline(List<Block> blocks, Map<Element, Span> ranges) {
            this.blocks = blocks;
            this.ranges = ranges;
            this.prose = new long[blocks.size() + 1];
            this.linked = new long[blocks.size() + 1];
            this.all = new long[blocks.size() + 1];
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                prose[i + 1] = prose[i] + (block.isProse ? block.text.length() : 0);
                linked[i + 1] = linked[i] + block.linked;
                all[i + 1] = all[i] + block.text.length();
            }
        }

        List<Block> blocks() {
            return blocks;
        }

        /** Whether an element was looked into. */
        boolean has(Element element) {
            return ranges.containsKey(element);
        }

        /** The blocks in an element; none where it was left out. */
        List<Block> in(Element element) {
            Span range = range(element);
            return blocks.subList(range.start(), range.end());
        }

        /** How many characters of prose an element holds. */
        long prose(Element element) {
            Span range = range(element);
            return prose[range.end()] - prose[range.start()];
        }

        /** How many characters of prose there are. */
        long prose() {
            return prose[blocks.size()];
        }

        /** Which part of the text of an element lies in links. */
        double linked(Element element) {
            Span range = range(element);
            return (linked[range.end()] - linked[range.start()]) / (1.0 + all[range.end()] - all[range.start()]);
        }

        private Span range(Element element) {
            return ranges.getOrDefault(element, new Span(0, 0));
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
                boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000B';
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
                    blocks.add(Block.of(paragraph, linked, holders.getLast()));
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
