package khabar.graph;

import static org.assertj.core.api.Assertions.assertThat;

import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import org.junit.jupiter.api.Test;

class SpellingVariantTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @Test
    void anArticleThatAParticleHidesIsNoOtherSpelling() {
        Entry government =
                GAZETTEER.entry(Entity.organisation("syr-government")).orElseThrow();
        assertThat(SpellingVariant.is("لحكومة السورية", government)).isFalse();
        assertThat(SpellingVariant.is("الحكومه السوريه", government)).isFalse();
    }

    @Test
    void anArticleThatAParticleHidesIsNoLetterOfTheName() {
        Entry group = GAZETTEER.entry(Entity.organisation("islamic-state")).orElseThrow();
        assertThat(SpellingVariant.is("لتنظيم", group)).isFalse();
    }

    @Test
    void aLetterMoreOrLessIsAnotherSpelling() {
        Entry shoigu = GAZETTEER.entry(Entity.person("sergei-shoigu")).orElseThrow();
        assertThat(SpellingVariant.is("سيرغي شويو", shoigu)).isTrue();
    }
}
