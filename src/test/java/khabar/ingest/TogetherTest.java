package khabar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Rdf;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final Store store = Store.empty(Base.LOCAL);
    private final List<Outcome> told = new ArrayList<>();
    private int stored;

    private final Function<List<Prepared>, List<Outcome>> storing = articles -> {
        String key = "a" + stored++;
        store.write(present -> {
            if (key.equals("a4")) {
                throw new IllegalStateException("bad data");
            }
            return Changes.adding(
                    Base.LOCAL.articleGraph(key),
                    List.of(Triple.create(Base.LOCAL.id("article", key), Rdf.type, Kh.Article)));
        });
        return List.of(new Outcome.Stored(key, false));
    };

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void threeAreOneCommitAndAreToldOfWhenTheyAreStored() {
        try (Together together = new Together(storing, store::together, 3, told::add)) {
            assertThat(together.apply(List.of())).isEmpty();
            together.apply(List.of());
            assertThat(told).isEmpty();
            assertThat(store.version()).isZero();
            together.apply(List.of());
            assertThat(told).hasSize(3);
            assertThat(store.version()).isEqualTo(1);
            together.apply(List.of());
            assertThat(told).hasSize(3);
        }
        assertThat(told).hasSize(4).last().isEqualTo(new Outcome.Stored("a3", false));
        assertThat(store.version()).isEqualTo(2);
    }

    @Test
    void whatWasStoredBeforeSomethingFailedStays() {
        assertThatThrownBy(() -> {
                    try (Together together = new Together(storing, store::together, 3, told::add)) {
                        for (int n = 0; n < 6; n++) {
                            together.apply(List.of());
                        }
                    }
                })
                .hasMessage("bad data");
        assertThat(told).hasSize(4);
        assertThat(store.<Long>read(present -> present.stream().count())).isGreaterThanOrEqualTo(4);
        assertThat(store.version()).isEqualTo(2);
    }
}
