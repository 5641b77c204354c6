package khabar.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseTest {
    private final Base base = new Base("https://news.example/kb/");

    @Test
    void tellsThingsOfATypeWithoutTakingThemApart() {
        assertThat(base.isId(base.id("person", "sergei-shoigu"), "person")).isTrue();
        assertThat(base.isId(base.id("person", "sergei-shoigu"), "place")).isFalse();
        assertThat(base.isId(base.id("storylink", "a-1"), "story")).isFalse();
        assertThat(base.isId(base.doc("person", "sergei-shoigu"), "person")).isFalse();
        assertThat(base.isId(Base.LOCAL.id("person", "sergei-shoigu"), "person"))
                .isFalse();
    }

    @Test
    void whatItNamesItTakesApart() {
        for (String type : Base.TYPES) {
            assertThat(base.parse(base.id(type, "a-1").getURI())).contains(new Base.Local(Base.Kind.ID, type, "a-1"));
            assertThat(base.parse(base.doc(type, "a-1").getURI())).contains(new Base.Local(Base.Kind.DOC, type, "a-1"));
        }
        assertThat(base.parse(base.articleGraph("00ff").getURI()))
                .contains(new Base.Local(Base.Kind.GRAPH, "article", "00ff"));
        assertThat(base.parse(base.graph("events").getURI())).contains(new Base.Local(Base.Kind.GRAPH, "events", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/kb/id/person/",
                "https://news.example/kb/id/person/A",
                "https://news.example/kb/id/person/a/b",
                "https://news.example/kb/id/animal/a",
                "https://news.example/kb/ns",
                "https://news.example/kb/graph/article/",
                "https://news.example/kb/graph/",
                "https://news.example/kb/graph/Events",
                "https://news.example/kb/graph/events/a",
                "https://news.example/kb/id/person",
                "https://news.example/kb/id//a",
                "https://news.example/kb/idea/person/a",
                "https://news.example/kb/",
                "http://news.example/kb/id/person/a",
                "https://other.example/id/person/a"
            })
    void whatItDoesNotNameItDoesNotTakeApart(String iri) {
        assertThat(base.parse(iri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "news.example/",
                "http://news.example",
                "ftp://news.example/",
                "http://a/?q=/",
                "http://a/#/",
                "http:///"
            })
    void refusesWhatIsNoBase(String iri) {
        assertThatThrownBy(() -> new Base(iri)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesKeysAndTypesThatWouldBreakAnAddress() {
        assertThatThrownBy(() -> base.id("person", "a b")).hasMessageContaining("a b");
        assertThatThrownBy(() -> base.id("animal", "a")).hasMessageContaining("animal");
    }

    @Test
    void tellsWhetherAnyoneElseCanLookThingsUp() {
        assertThat(Base.LOCAL.isLocal()).isTrue();
        assertThat(new Base("http://127.0.0.1:80/").isLocal()).isTrue();
        assertThat(base.isLocal()).isFalse();
    }
}
