package khabar.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text of the article on a page: looked for where the page marks it, else in the element where prose lies densest, and
 * there the paragraphs without what is put between them.
 *
 * <p>Chosen: a paragraph most of which is a link belongs to another article, a line before the first sentence or after the last
 * is none of the text, and what follows a heading such as "Read also" is left out up to the next paragraph that stands
 * beside those before it.
 *
 * @param paragraphs the text
 * @param before the lines between the top of that element and the text: byline, day, standfirst
 * @param marked whether the page itself marks the place as an article
 * @param teasers how many paragraphs and headings there lead to other pages
 */
record PageText(List<String> paragraphs, List<String> before, boolean marked, int teasers) {
    /** Less prose is no text, in characters. */
    private static final int LEAST = 40;
    /** A marked place holds at least so much of the prose of its page, in per cent. */
    private static final int LEAST_SHARE = 25;

    private static final int MOST_CANDIDATES = 400;
    private static final int SHORTEST_LINE = 4;

    private static final Set<String> PARAGRAPHS = Set.of("p", "li");
    private static final String BODY = "[itemprop~=(?i)articleBody]";
    private static final String ARTICLE = "article, [role=article]";
    /** How pages mark the text, the surest first. */
    private static final List<String> MARKS = List.of(
            BODY,
            ARTICLE,
            "[class~=(?i)(?:article|story|post|news|entry|single)[-_]*(?:body|content|text|details?|main|copy)\\b],"
                    + "[id~=(?i)^(?:article|story|post|news|entry|single)[-_]*(?:body|content|text|details?|main|copy)$]",
            "main, [role=main]");

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    /** Matched without regard to vowel signs and the forms of alef. */
    private static final String OTHERS =
            "اقرا(?:ي|/ي)? ?(?:ايضا|المزيد|كذلك)|شاهد ايضا|طالع ايضا|انظر ايضا|للمزيد|قد يعجبك ايضا"
                    + "|also read|read also|read more|read next|see also|watch also|watch|related";

    private static final Pattern HEADING_OF_OTHERS = Pattern.compile(
            "[^\\p{L}]*(?:" + OTHERS
                    + "|(?:مواضيع|مقالات|اخبار|تقارير|موضوعات|قصص) (?:ذات صله|ذات صلة|متعلقة|مشابهة|اخري)|(?:الاكثر) (?:قراءة|مشاهدة|تداولا)"
                    + "|المزيد (?:من|حول|عن).{0,40}|more (?:from|on|about) .{1,40}|more (?:news|stories)|you (?:may|might) also (?:like|be interested in)"
                    + "|recommended(?: for you| reading)?|related (?:articles?|stories|news|topics|links|content)|most (?:read|popular|viewed)"
                    + "|trending(?: now)?|top stories|latest (?:news|stories)|don't miss)[^\\p{L}]*",
            FLAGS);
    private static final Pattern LINE_OF_OTHERS =
            Pattern.compile("[^\\p{L}]*(?:" + OTHERS + ")\\s*[:|»>\u2013-].*", FLAGS);
    private static final Pattern COMMENTS = Pattern.compile(
            "[^\\p{L}]*(?:comments?|leave a (?:comment|reply)|join the (?:discussion|conversation)|(?:add|post) a comment|reader comments"
                    + "|(?:ال)?تعليقات(?: القراء| الزوار)?|(?:اضف|اترك|اكتب) (?:تعليقا?|ردا?)ك?|شارك برايك)[^\\p{L}]*",
            FLAGS);
    private static final Pattern OF_THE_SITE = Pattern.compile(
            "[^\\p{L}]*(?:advertisement|sponsored(?: content)?|(?:article|story) continues below.{0,30}|share(?: this)?(?: article| story)?(?: on .{1,20})?"
                    + "|follow us .{0,60}|sign up (?:for|to) .{0,80}|subscribe (?:to|now|for) .{0,80}|print(?: this)?|email(?: this)?|copy link|back to top"
                    + "|all rights reserved.{0,60}|اعلان|شارك(?:ها)?(?: (?:المقال|الخبر|الموضوع|عبر|علي).{0,30})?|(?:تابعنا|تابعونا|اشترك) .{0,80}"
                    + "|طباعة|نسخ الرابط|(?:جميع|كافة) الحقوق محفوظة.{0,60})[^\\p{L}]*"
                    + "|[^\\p{L}]*(?:(?:file )?photo|image|picture|صورة|تصوير)(?: (?:credit|by))?\\s*[:/].{0,200}"
                    + "|the post .{1,300} appeared first on .{1,100}",
            FLAGS);
    private static final Pattern COOKIES = Pattern.compile(
            "(?:we|our partners|this (?:web)?site) uses? cookies"
                    + "|(?:نستخدم|يستخدم (?:هذا )?الموقع) ملفات (?:تعريف )?الارتباط",
            FLAGS);
    private static final int LONGEST_NOTICE = 700;

    /** The text as one field, an empty line between paragraphs. */
    String text() {
        return String.join("\n\n", paragraphs);
    }

    /** The text on a page; empty where nothing on it is prose. */
    static Optional<PageText> of(Document page) {
        Furniture furniture = Furniture.of(page);
        Block.Outline outline = Block.outline(page.body(), furniture::has);
        long all = outline.prose();
        for (String mark : MARKS) {
            List<Element> places = page.body().select(mark).stream()
                    .filter(outline::has)
                    .limit(MOST_CANDIDATES)
                    .toList();
            Optional<Element> most =
                    places.stream().max(Comparator.comparingLong((Element place) -> outline.prose(place)));
            long prose = most.map(place -> outline.prose(place)).orElse(0L);
            int share = switch (mark) {
                case BODY -> 0;
                // One of many articles on a page is a teaser.
                case ARTICLE -> places.size() > 1 ? 2 * LEAST_SHARE : LEAST_SHARE;
                default -> LEAST_SHARE;
            };
            if (prose > 0 && (mark.equals(BODY) || prose >= LEAST) && prose * 100 >= all * share) {
                boolean marked = mark.equals(BODY) || mark.equals(ARTICLE);
                return Optional.of(of(blocks(most.get(), places, outline), marked))
                        .filter(text -> !text.paragraphs.isEmpty());
            }
        }
        return densest(page.body(), outline)
                .map(place -> of(outline.in(place), false))
                .filter(text -> !text.paragraphs.isEmpty());
    }

    /** The text of a fragment that holds nothing else, such as an item of a feed; may be empty. */
    static String ofFragment(Element body) {
        List<Block> blocks = Block.outline(body, Furniture::isNoText).blocks();
        PageText text = of(blocks, true);
        if (!text.paragraphs.isEmpty()) {
            return text.text();
        }
        return String.join("\n\n", blocks.stream().map(Block::text).toList());
    }

    /** The blocks of a place: of all its parts where a page marks every part, else of the part of it that is the text. */
    @SuppressWarnings("ReferenceEquality") // the very element, not one with the same text
    private static List<Block> blocks(Element place, List<Element> places, Block.Outline outline) {
        List<Element> parts = places.stream()
                .filter(part -> part.parent() == place.parent() && part.hasAttr("itemprop"))
                .toList();
        if (parts.size() > 1) {
            return parts.stream().flatMap(part -> outline.in(part).stream()).toList();
        }
        return densest(place, outline)
                .filter(part -> outline.prose(part) * 100 >= outline.prose(place) * 80)
                .map(outline::in)
                .orElseGet(() -> outline.in(place));
    }

    /** The element in a place whose own paragraphs and those just below it hold most prose. */
    private static Optional<Element> densest(Element within, Block.Outline outline) {
        Map<Element, Double> scores = new HashMap<>();
        for (Block block : outline.in(within)) {
            if (block.isProse()) {
                double score = 1 + Math.min(block.text().length() / 100.0, 5) + commas(block.text());
                Element up = PARAGRAPHS.contains(block.holder().normalName())
                        ? block.holder().parent()
                        : block.holder();
                for (double part = 1; part > 0.1 && up != null; part /= 2) {
                    scores.merge(up, score * part, Double::sum);
                    up = up.parent();
                }
            }
        }
        Optional<Element> densest = scores.entrySet().stream()
                .sorted(Map.Entry.<Element, Double>comparingByValue().reversed())
                .limit(20)
                .max(Comparator.comparingDouble(entry -> entry.getValue() * (1 - outline.linked(entry.getKey()))))
                .map(Map.Entry::getKey);
        return densest.map(place -> widened(place, within, outline));
    }

    /** An article that is parted in two, by a picture between, lies in the element around both. */
    @SuppressWarnings("ReferenceEquality") // the very element, not one with the same text
    private static Element widened(Element place, Element within, Block.Outline outline) {
        Element wide = place;
        Element up = place;
        for (int i = 0; i < 3 && up != within && up.parent() != null; i++) {
            up = up.parent();
            boolean more = outline.prose(up) * 10 >= outline.prose(wide) * 12;
            wide = more && outline.linked(up) < 0.3 ? up : wide;
        }
        return wide;
    }

    private static long commas(String text) {
        return text.chars().filter(c -> ",،;؛.؟?".indexOf(c) >= 0).limit(20).count();
    }

    private static PageText of(List<Block> blocks, boolean marked) {
        Sifted sifted = new Sifted();
        for (Block block : blocks) {
            if (!sifted.takes(block)) {
                break;
            }
        }
        int last = sifted.taken.size();
        while (last > 0
                && (!sifted.taken.get(last - 1).isProse()
                        || sifted.taken.get(last - 1).isHeading())) {
            last--;
        }
        return new PageText(
                sifted.taken.subList(0, last).stream().map(Block::text).toList(),
                List.copyOf(sifted.before),
                marked,
                sifted.teasers);
    }

    private static String folded(String text) {
        return text.replaceAll("[\u064B-\u0652\u0640]", "")
                .replaceAll("[\u0622\u0623\u0625\u0671]", "\u0627")
                .replace('\u0649', '\u064A')
                .strip();
    }

    /** What is taken of the blocks of a place, one after the other. */
    private static final class Sifted {
        private final List<Block> taken = new ArrayList<>();
        private final List<String> before = new ArrayList<>();
        /** The elements in which paragraphs of the text stand. */
        private final Set<Element> homes = new HashSet<>();
        /** Whether a heading announced other articles, whether it stands among the text, and whether they were seen. */
        private boolean others;

        private boolean othersAtHome;
        private boolean othersSeen;
        private int teasers;

        /** Takes a block or not; false where the text is over. */
        private boolean takes(Block block) {
            String text = block.text().length() > LONGEST_NOTICE ? "" : folded(block.text());
            boolean prose = block.isProse() && !block.isHeading();
            if (isTeaser(block)) {
                teasers++;
            }
            if (COMMENTS.matcher(text).matches()) {
                return taken.isEmpty();
            }
            if (HEADING_OF_OTHERS.matcher(text).matches()) {
                others = true;
                othersAtHome = isAtHome(block);
                othersSeen = false;
            } else if (!LINE_OF_OTHERS.matcher(text).matches()
                    && !OF_THE_SITE.matcher(text).matches()
                    && !COOKIES.matcher(text).find()
                    && !block.isLink()) {
                take(block, prose);
            } else {
                othersSeen = true;
            }
            return true;
        }

        private void take(Block block, boolean prose) {
            if (others && prose && (taken.isEmpty() || isAtHome(block) && (othersSeen || !othersAtHome))) {
                others = false;
            }
            if (others || block.holder().normalName().equals("h1")) {
                return;
            }
            if (prose) {
                homes.add(block.holder());
                Optional.ofNullable(block.holder().parent()).ifPresent(homes::add);
                taken.add(block);
            } else if (taken.isEmpty()) {
                before.add(block.text());
            } else if (block.isHeading() || block.words() >= SHORTEST_LINE) {
                taken.add(block);
            }
        }

        private boolean isAtHome(Block block) {
            return homes.contains(block.holder())
                    || block.holder().parent() != null
                            && homes.contains(block.holder().parent());
        }

        private static boolean isTeaser(Block block) {
            return block.isLink() && block.isHeading()
                    || block.linked() > 0
                            && block.isProse()
                            && block.holder().normalName().equals("li");
        }
    }
}
