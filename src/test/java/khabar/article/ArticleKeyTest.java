package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleKeyTest {
    private static final Content BARE = content("", "They met.");
    private static final Content HEADED = content("Ministers meet", "They met.");

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "https://News.Example.ORG/A?x=1 -> https://news.example.org/A?x=1",
                "HTTPS://example.org/a#top -> https://example.org/a",
                "https://example.org/a?utm_source=x&b=2&utm_medium=y -> https://example.org/a?b=2",
                "https://example.org/a?utm_source=x#top -> https://example.org/a",
                "https://example.org -> https://example.org/",
                "https://example.org:8443/a -> https://example.org:8443/a",
                "https://Example.org/خبر عاجل|1?utm_x=1 -> https://example.org/خبر عاجل|1",
                "https://my_host.Example.org/a#b -> https://my_host.example.org/a",
                "urn:example:A -> urn:example:A",
            })
    void addressesAreMadeCanonical(String given, String canonical) {
        assertThat(ArticleKey.canonical(given)).isEqualTo(canonical);
        assertThat(ArticleKey.canonical(canonical)).isEqualTo(canonical);
    }

    @Test
    void theAddressComesFirst() {
        assertThat(ArticleKey.of(HEADED, publication("https://example.org/a#b", "7", "Daily", "2017-09-12")))
                .isEqualTo(ArticleKey.hash("https://example.org/a"));
    }

    @Test
    void thenTheIdOfTheSource() {
        assertThat(ArticleKey.of(HEADED, publication("", "7", "Daily", "2017-09-12")))
                .isEqualTo(ArticleKey.hash("Daily\u001f7"));
    }

    @Test
    void thenTheHeadlineWithOneOther() {
        assertThat(ArticleKey.of(HEADED, publication("", "", "Daily", "2017-09-12")))
                .isEqualTo(ArticleKey.hash("Daily\u001f2017-09-12\u001fMinisters meet"));
        assertThat(ArticleKey.of(HEADED, publication("", "", "", "2017-09-12")))
                .isEqualTo(ArticleKey.hash("\u001f2017-09-12\u001fMinisters meet"));
    }

    @Test
    void elseTheText() {
        assertThat(ArticleKey.of(BARE, publication("", "", "Daily", "2017-09-12")))
                .isEqualTo(ArticleKey.hash("They met."));
        assertThat(ArticleKey.of(HEADED, publication("", "", "", "")))
                .isEqualTo(ArticleKey.hash("Ministers meet\u001fThey met."));
    }

    @Test
    void aHashIsSixteenDigitsOfSha256() {
        assertThat(ArticleKey.hash("abc")).isEqualTo("ba7816bf8f01cfea");
    }

    private static Publication publication(String url, String id, String source, String day) {
        return new Publication(
                given(url),
                given(id),
                given(source),
                given(day).map(LocalDate::parse).map(Published::on),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Terms.QUOTES));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    private static Content content(String headline, String body) {
        Field text = new Field("body", body);
        Zone told = new Zone(ZoneKind.BODY, "body", new Span(0, body.length()));
        return headline.isEmpty()
                ? new Content(List.of(text), List.of(told))
                : new Content(
                        List.of(new Field("headline", headline), text),
                        List.of(new Zone(ZoneKind.HEADLINE, "headline", new Span(0, headline.length())), told));
    }
}
