package khabar.names;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.gazetteer.Gazetteer;
import org.junit.jupiter.api.Test;

/** The marked mentions are what {@link LinkingEvaluation} measures by: they must be right about the texts themselves. */
class LinkingGoldTest {
    private static final List<LinkingGold> GOLD = LinkingGold.read("linking-gold.tsv");
    private static final List<LinkingGold> HELD_OUT = LinkingGold.read("linking-held-out.tsv");
    private static final List<LinkingGold> ALL =
            Stream.of(GOLD, HELD_OUT).flatMap(List::stream).toList();

    @Test
    void thereAreEnoughNamesInBothLanguages() {
        Map<String, Long> articles = LinkingGold.articles(GOLD).stream()
                .collect(groupingBy(article -> article.publication().language().orElse(""), Collectors.counting()));
        assertThat(articles.get("ar")).isGreaterThanOrEqualTo(12);
        assertThat(articles.get("en")).isGreaterThanOrEqualTo(12);
        assertThat(GOLD.stream().filter(mention -> !mention.reference())).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void everyMentionStandsWhereItSays() {
        Map<String, Article> articles =
                LinkingGold.articles(ALL).stream().collect(Collectors.toMap(LinkingGold::id, Function.identity()));
        assertThat(ALL).allSatisfy(mention -> {
            assertThat(articles).containsKey(mention.article());
            String field = Objects.requireNonNull(articles.get(mention.article()))
                    .content()
                    .text(mention.field());
            assertThat(mention.span().end()).isLessThanOrEqualTo(field.length());
            assertThat(mention.span().of(field)).isEqualTo(mention.text());
        });
    }

    @Test
    void whatIsHeldOutIsNotTunedOn() {
        assertThat(HELD_OUT)
                .hasSizeGreaterThanOrEqualTo(300)
                .noneMatch(
                        mention -> GOLD.stream().anyMatch(seen -> seen.article().equals(mention.article())));
    }

    @Test
    void noTwoMentionsOverlap() {
        ALL.stream()
                .collect(groupingBy(mention -> mention.article() + " " + mention.field()))
                .forEach((field, mentions) -> {
                    for (int i = 1; i < mentions.size(); i++) {
                        assertThat(mentions.get(i).span().start())
                                .as("%s: %s", field, mentions.get(i).text())
                                .isGreaterThanOrEqualTo(
                                        mentions.get(i - 1).span().end());
                    }
                });
    }

    @Test
    void everyKeyIsKnownAndOfTheTypeOfItsMention() {
        Gazetteer gazetteer = Gazetteer.load();
        assertThat(Stream.concat(
                        ALL.stream(),
                        MarkedSentence.read("linking-unseen.tsv").stream()
                                .flatMap(sentence -> sentence.names().stream())))
                .allSatisfy(mention -> mention.entity().ifPresent(entity -> {
                    assertThat(gazetteer.entry(entity)).isPresent();
                    assertThat(mention.type().name()).isEqualTo(entity.type().name());
                }));
    }
}
