package khabar.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabar.article.ArticleLine;
import khabar.article.Parsed;
import khabar.article.SourceRef;
import khabar.article.Span;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.Name;
import khabar.text.SegmentedArticle;
import khabar.text.Segmenter;
import khabar.text.Slug;
import org.junit.jupiter.api.Test;

class OverrulingTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Names NAMES = new Names(GAZETTEER);
    private static final SegmentedArticle VISIT = article("""
            {"id":"1","source":"Harbour Gazette","published":"2017-09-13","body":"President Vladimir Putin visited Damascus \
            on Tuesday and met Bashar al-Assad. Putin said the talks were useful. Georgia condemned the visit. Protests broke \
            out in Georgia. George Bush criticised the visit. Bush met Ahmad Tarawneh."}""");
    private static final SegmentedArticle ATTACK = article("""
            {"id":"2","source":"Harbour Gazette","published":"2017-09-13","headline":"قتلى في طرابلس","body":"قتل مسلحون \
            خمسة أشخاص بطرابلس يوم الاثنين. واتهمت طرابلس مسلحين بالهجوم."}""");

    @Test
    void whatNobodyDecidedOnIsReadAsBefore() {
        Ruled elsewhere = new Ruled("d", "body", new Span(0, 3), "Bob", true, new Resolution.Unknown());
        assertThat(NAMES.read(VISIT, List.of(elsewhere))).isEqualTo(NAMES.read(VISIT));
    }

    @Test
    void aNameStandsForWhomAnEditorSaysAndItsSurnameFollows() {
        LinkedReading read = NAMES.read(VISIT, List.of(ruled(VISIT, "George Bush", 0, false, known("sergei-shoigu"))));
        Link name = link(read, "George Bush", 0);
        assertThat(name.resolution()).isInstanceOfSatisfying(Resolution.Known.class, known -> {
            assertThat(known.entry().entity()).isEqualTo(Entity.person("sergei-shoigu"));
            assertThat(known.confidence()).isEqualTo(1);
            assertThat(known.why().basis()).isEqualTo(Basis.EDITOR);
        });
        assertThat(name.decided())
                .hasValueSatisfying(by -> assertThat(by.decision()).isEqualTo("d"));
        Link surname = link(read, "Bush", 0);
        assertThat(surname.resolution().entity()).contains(Entity.person("sergei-shoigu"));
        assertThat(surname.decided()).isEmpty();
    }

    @Test
    void whereItIsNobodyKnownWhatItWasTakenForIsStillTold() {
        LinkedReading read =
                NAMES.read(VISIT, List.of(ruled(VISIT, "Vladimir Putin", 0, true, new Resolution.Unknown())));
        for (String words : List.of("Vladimir Putin", "Putin")) {
            Link name = link(read, words, 0);
            assertThat(name.resolution()).isEqualTo(new Resolution.Unknown());
            assertThat(name.mention().type()).isEqualTo(MentionType.PERSON);
            assertThat(name.decided())
                    .hasValueSatisfying(by -> assertThat(keys(by.others())).containsExactly("vladimir-putin"));
        }
        assertThat(link(read, "Bashar al-Assad", 0)).isEqualTo(link(NAMES.read(VISIT), "Bashar al-Assad", 0));
    }

    @Test
    void aSurnameThatIsLinkedByItselfStaysWhereOnlyOnePlaceWasDecidedOn() {
        LinkedReading read =
                NAMES.read(VISIT, List.of(ruled(VISIT, "Vladimir Putin", 0, false, known("sergei-shoigu"))));
        assertThat(link(read, "Vladimir Putin", 0).resolution().entity()).contains(Entity.person("sergei-shoigu"));
        assertThat(link(read, "Putin", 0)).isEqualTo(link(NAMES.read(VISIT), "Putin", 0));
    }

    @Test
    void inOnePlaceItCountsThereOnlyAndThroughoutForAllTheSameWords() {
        Resolution lebanon = entry(Entity.place("tripoli-lebanon-266826"));
        List<Link> here = tripoli(ruled(ATTACK, "طرابلس", 1, false, lebanon));
        assertThat(here)
                .extracting(link -> link.resolution().entity().isPresent())
                .containsExactly(false, true, false);
        assertThat(here.get(1).mention().text()).isEqualTo("طرابلس");
        List<Link> everywhere = tripoli(ruled(ATTACK, "طرابلس", 1, true, lebanon));
        assertThat(everywhere).extracting(link -> link.resolution().entity()).containsOnly(lebanon.entity());
        assertThat(everywhere).extracting(link -> link.mention().type()).containsOnly(MentionType.PLACE);
    }

    @Test
    void theCloserDecisionGoesFirst() {
        Resolution libya = entry(Entity.place("tripoli-libya-2210247"));
        Resolution lebanon = entry(Entity.place("tripoli-lebanon-266826"));
        List<Link> links = tripoli(ruled(ATTACK, "طرابلس", 0, true, libya), ruled(ATTACK, "طرابلس", 1, false, lebanon));
        assertThat(links.get(0).resolution().entity()).isEqualTo(libya.entity());
        assertThat(links.get(1).resolution().entity()).isEqualTo(lebanon.entity());
        assertThat(links.get(2).resolution().entity())
                .as("a capital that accuses is its state")
                .contains(Entity.organisation("lby"));
    }

    @Test
    void aDecisionOnACountryLeavesToTheWordsAroundItWhetherItActs() {
        Ruled chad =
                ruled(VISIT, "Georgia", 0, true, new Resolution.Known(GAZETTEER.state("TCD"), 1, Why.by(Basis.EDITOR)));
        LinkedReading read = NAMES.read(VISIT, List.of(chad));
        assertThat(link(read, "Georgia", 0).resolution().entity()).contains(Entity.organisation("tcd"));
        assertThat(link(read, "Georgia", 1).resolution().entity()).contains(Entity.place("tcd"));
        Ruled land = ruled(VISIT, "Georgia", 0, false, entry(Entity.place("tcd")));
        assertThat(link(NAMES.read(VISIT, List.of(land)), "Georgia", 0)
                        .resolution()
                        .entity())
                .as("on the very place nothing else is made of it")
                .contains(Entity.place("tcd"));
    }

    @Test
    void aNameMayBeOfAnActorThatNoListHas() {
        DarkActor other = new DarkActor(
                new Entity(EntityType.PERSON, Slug.unique("Kamil Zarzur")), new Name("Kamil Zarzur", "en"));
        LinkedReading read =
                NAMES.read(VISIT, List.of(ruled(VISIT, "George Bush", 0, false, new Resolution.Dark(other, 1))));
        assertThat(link(read, "George Bush", 0).resolution().entity()).contains(other.entity());
        assertThat(link(read, "Bush", 0).resolution().entity()).contains(other.entity());
    }

    @Test
    void otherWordsInThePlaceAreNotDecidedOn() {
        Ruled stale =
                new Ruled("d", "body", mention(VISIT, "Damascus", 0).span(), "Aleppo", false, new Resolution.Unknown());
        assertThat(NAMES.read(VISIT, List.of(stale))).isEqualTo(NAMES.read(VISIT));
    }

    private static List<Link> tripoli(Ruled... ruled) {
        return NAMES.read(ATTACK, List.of(ruled)).links().stream()
                .filter(link -> link.mention().text().equals("طرابلس"))
                .toList();
    }

    private static Ruled ruled(SegmentedArticle text, String words, int which, boolean throughout, Resolution meant) {
        Mention mention = mention(text, words, which);
        return new Ruled("d", mention.field(), mention.span(), words, throughout, meant);
    }

    private static Mention mention(SegmentedArticle text, String words, int which) {
        return link(NAMES.read(text), words, which).mention();
    }

    private static Link link(LinkedReading read, String words, int which) {
        return read.links().stream()
                .filter(link -> link.mention().text().equals(words))
                .skip(which)
                .findFirst()
                .orElseThrow();
    }

    private static Resolution known(String person) {
        return entry(Entity.person(person));
    }

    private static Resolution entry(Entity entity) {
        return new Resolution.Known(GAZETTEER.entry(entity).orElseThrow(), 1, Why.by(Basis.EDITOR));
    }

    private static List<String> keys(List<Scored> others) {
        return others.stream().map(other -> other.entry().entity().key()).toList();
    }

    private static SegmentedArticle article(String line) {
        return switch (ArticleLine.read(new SourceRef("test", 1), line)) {
            case Parsed.Accepted accepted -> Segmenter.segment(accepted.article());
            case Parsed.Refused refused ->
                throw new AssertionError(refused.problem().message());
        };
    }
}
