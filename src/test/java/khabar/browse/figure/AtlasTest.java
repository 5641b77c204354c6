package khabar.browse.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P-14")
class AtlasTest {
    private static final Spot DAMASCUS = new Spot("Damascus", "en", "/id/place/damascus", 33.51, 36.29, 9);
    private static final Spot DOUMA = new Spot("Douma", "en", "/id/place/douma", 33.57, 36.40, 2);
    private static final Spot CAIRO = new Spot("Cairo", "en", "/id/place/cairo", 30.06, 31.25, 4);
    private static final Spot NEW_YORK = new Spot("New York", "en", "/id/place/new-york", 40.71, -74.0, 1);

    @Test
    void placesThatLieTogetherAreOneCircleWithTheirSum() {
        Atlas atlas = Atlas.of(List.of(DOUMA, NEW_YORK, DAMASCUS, CAIRO), Locale.ENGLISH);
        assertThat(atlas.marks())
                .extracting(mark -> mark.first().name(), Atlas.Mark::places, Atlas.Mark::count)
                .containsExactly(tuple("Damascus", 2, 11L), tuple("Cairo", 1, 4L), tuple("New York", 1, 1L));
        assertThat(atlas.spots()).containsExactly(DAMASCUS, CAIRO, DOUMA, NEW_YORK);
    }

    @Test
    void whatIsNearInTheWorldIsApartInItsCountry() {
        Spot aleppo = new Spot("Aleppo", "en", "/id/place/aleppo", 36.2, 37.16, 1);
        assertThat(Atlas.of(List.of(DAMASCUS, aleppo), Locale.ENGLISH).marks()).hasSize(2);
        assertThat(Atlas.of(List.of(DAMASCUS, aleppo, NEW_YORK), Locale.ENGLISH).marks())
                .hasSize(2);
    }

    @Test
    void eastIsToTheRightAndNorthAbove() {
        Atlas atlas = Atlas.of(List.of(DAMASCUS, CAIRO), Locale.of("ar"));
        Atlas.Mark damascus = atlas.marks().getFirst();
        Atlas.Mark cairo = atlas.marks().getLast();
        assertThat(damascus.x()).isGreaterThan(cairo.x());
        assertThat(damascus.y()).isLessThan(cairo.y());
        assertThat(atlas.countries()).extracting(Atlas.Name::text).contains("العراق");
    }

    @Test
    void everyPlaceOfTheWorldIsOnItsMap() {
        Stream.of(
                        List.of(new Spot("Suva", "en", "/suva", -18.14, 178.44, 1)),
                        List.of(new Spot("Longyearbyen", "en", "/l", 78.2, 15.6, 1)),
                        List.of(new Spot("Ushuaia", "en", "/u", -54.8, -68.3, 1)),
                        List.of(NEW_YORK, new Spot("Suva", "en", "/suva", -18.14, 178.44, 1), DAMASCUS))
                .map(spots -> Atlas.of(spots, Locale.ENGLISH))
                .forEach(atlas -> {
                    assertThat(atlas.lands()).isNotEmpty();
                    assertThat(atlas.marks()).allSatisfy(mark -> {
                        assertThat(mark.x()).isBetween(0.0, (double) Atlas.WIDTH);
                        assertThat(mark.y()).isBetween(0.0, (double) Atlas.HEIGHT);
                    });
                });
    }

    @Test
    void noOutlineJumpsAcrossTheWorld() {
        assertThat(Stream.of(Outlines.COARSE, Outlines.FINE).flatMap(List::stream))
                .flatMap(Outlines.Country::shapes)
                .allSatisfy(shape -> {
                    for (int i = 1; i < shape.ring().size(); i++) {
                        assertThat(Math.abs(shape.ring().x(i) - shape.ring().x(i - 1)))
                                .isLessThan(180);
                    }
                });
        assertThat(Outlines.FINE).extracting(Outlines.Country::code).contains("SY", "PS", "IL", "SS", "BH");
    }

    @Test
    void whereNothingIsThereIsNoMap() {
        assertThat(Atlas.of(List.of(), Locale.ENGLISH).isEmpty()).isTrue();
    }
}
