package khabar.article;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What surrounds the text of an article on its page: menus, boxes of related articles, captions, comments, buttons,
 * notices. Told by tags and roles, and by the names that makers of pages give to classes.
 *
 * <p>Chosen: a name alone does not decide about an element that holds the headline, the article, or most of the prose of the
 * page, comments aside: such names stand for a layout ("with-sidebar").
 */
final class Furniture {
    private static final Set<String> TAGS = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "video",
            "audio",
            "canvas",
            "map",
            "nav",
            "aside",
            "figcaption",
            "caption",
            "menu",
            "dialog",
            "button",
            "select",
            "textarea",
            "option",
            "label",
            "footer",
            "head",
            "title");
    private static final Set<String> ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "complementary",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar",
            "tooltip",
            "tablist",
            "button",
            "note");

    private static final Pattern COMMENTS = Pattern.compile(
            "(?:^|-)(?:comments?|commentlist|disqus|respond|replies|cookies?|cookiebar|consent|gdpr)(?:-|$)");
    private static final Pattern NAMES = Pattern.compile("^(?:widgets?|search|tags?|more)(?:-|$)"
            + "|(?:^|-)(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|share|shares|sharing|sharebar|socials?|addthis|sharethis"
            + "|related|relateds|recommend|recommended|recommendations?|sidebar|rail|promos?|adverts?|advertisements?|advertising|ads?|adslot"
            + "|sponsor|sponsored|banner|newsletters?|subscribe|subscriptions?|signup|signin|login|popup|modal|overlay|tooltip"
            + "|captions?|credits?|byline|authors?|bio|taglist|keywords|footer|masthead|topbar|pagination|pager|paging|toolbar"
            + "|ticker|trending|popular|outbrain|taboola|copyright|rating|poll|read-more|readmore|read-also|readalso|also-read"
            + "|see-also|more-(?:news|stories|from|on)|most-(?:read|popular|viewed)|you-may|top-stories|latest|load-more"
            + "|next-(?:article|story)|skip-(?:link|to)|pull-?quote|infobox)(?:-|$)");
    private static final Pattern LAYOUT = Pattern.compile("(?:^|-)(?:has|no|with|without|is|not)(?:-|$)");
    private static final Pattern HUMPS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern MARKS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final int LONGEST_NAME = 80;
    private static final int MOST_NAMES = 20;
    /** In per cent. */
    private static final int MOST_PROSE = 60;

    private final Set<Element> held;
    private final Block.Outline all;
    private final long prose;

    private Furniture(Set<Element> held, Block.Outline all) {
        this.held = held;
        this.all = all;
        this.prose = all.prose();
    }

    static Furniture of(Document page) {
        Set<Element> held = new HashSet<>();
        for (Element element : page.select("h1, article, main, [role=main], [itemprop=articleBody]")) {
            Element up = element;
            while (up != null && held.add(up)) {
                up = up.parent();
            }
        }
        return new Furniture(held, Block.outline(page.body(), Furniture::isByKind));
    }

    /** Whether an element is no part of an article. */
    boolean has(Element element) {
        return isByKind(element) || isByName(element);
    }

    /** Whether an element holds no text, wherever it stands. */
    static boolean isNoText(Element element) {
        return TAGS.contains(element.normalName());
    }

    private static boolean isByKind(Element element) {
        return TAGS.contains(element.normalName())
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || element.attr("aria-modal").equals("true")
                || isHidden(element.attr("style"))
                || element.normalName().equals("header")
                        && element.closest("article, main") == null
                        && element.selectFirst("h1") == null;
    }

    private static boolean isHidden(String style) {
        return !style.isEmpty()
                && HIDDEN.matcher(style.substring(0, Math.min(style.length(), 400)))
                        .find();
    }

    private boolean isByName(Element element) {
        if (element.attributesSize() == 0 || Set.of("html", "body").contains(element.normalName())) {
            return false;
        }
        List<String> names = names(element).toList();
        boolean comments =
                names.stream().anyMatch(name -> COMMENTS.matcher(name).find());
        boolean named =
                comments || names.stream().anyMatch(name -> NAMES.matcher(name).find());
        if (!named || held.contains(element)) {
            return false;
        }
        return comments || all.prose(element) * 100 < prose * MOST_PROSE || prose == 0;
    }

    private static Stream<String> names(Element element) {
        return Stream.concat(
                        Stream.of(element.id()),
                        Stream.of(element.className().split("\\s+", MOST_NAMES + 1))
                                .limit(MOST_NAMES))
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                .map(name -> MARKS.matcher(HUMPS.matcher(name).replaceAll("-"))
                        .replaceAll("-")
                        .toLowerCase(Locale.ROOT))
                .filter(name -> !LAYOUT.matcher(name).find());
    }
}
