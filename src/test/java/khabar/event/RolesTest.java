package khabar.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.names.LinkedReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts, victims, instruments and tolls; the sentences are our own. */
class RolesTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2019, 5, 15);

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "[Rouhani|P rouhani IRN] visited [Iraq|L irq] in March. => host irq",
                "[Macron|P macron FRA] held talks with [Rouhani|P rouhani IRN] in [Bern|C bern CHE]. => -",
                "[Hamas|O hamas PSE] and [Fatah|O fatah PSE] signed an agreement in [Cairo|C cairo EGY] mediated by"
                        + " [Egypt|L egy]. => host egy",
                "وقعت [حماس|O hamas PSE] و[فتح|O fatah PSE] اتفاقا في [القاهرة|C cairo EGY] برعاية مصرية. => host egy",
                "[Turkey|L tur] hosted talks between [Russia|L rus] and [Iran|L irn] on Monday. => host tur",
                "[Turkey|L tur] hosted talks with [Iran|L irn] on Monday. => -",
                "[Egypt|L egy] brokered a deal between [Hamas|O hamas PSE] and [Fatah|O fatah PSE]. => host egy",
                "استضافت [تركيا|L tur] محادثات بين [روسيا|L rus] و[إيران|L irn] يوم الاثنين. => host tur",
                "Gunmen killed at least 12 soldiers in [Aleppo|C aleppo SYR] on Monday. => victim (12 soldiers);"
                        + " dead at least 12",
                "Four soldiers were killed and 1,250 civilians wounded in a car bomb explosion in [Mogadishu|C"
                        + " mogadishu SOM] yesterday. => victim (soldiers), victim (1,250 civilians), with car-bomb; dead"
                        + " exactly 4; wounded exactly 1250",
                "The [Houthis|O houthis YEM] fired a ballistic missile at [Abha|C abha SAU] on Monday. => with missile",
                "The [coalition|O coalition] attacked the [Houthis|O houthis YEM] on Monday. => -",
                "The [Iraqi army|O irq-army IRQ] destroyed missiles of the [Islamic State|O islamic-state]"
                        + " on Monday. => -",
                "أطلق [الحوثيون|O houthis YEM] صاروخا باليستيا على [الرياض|C riyadh SAU] السبت. => with missile",
                "قتل ما لا يقل عن ثمانية مدنيين وأصيب 23 في قصف على [حلب|C aleppo SYR] الأحد. => victim (مدنيين);"
                        + " dead at least 8; wounded exactly 23",
                "مقتل ستة جنود في تفجير شاحنة في [مقديشو|C mogadishu SOM] => victim (جنود), with car-bomb; dead"
                        + " exactly 6",
                "قتل مسلحون 235 شخصا في [العريش|C arish EGY] في 14 مايو. => victim (شخصا); dead exactly 235",
                "قتل جنديان في هجوم في [العريش|C arish EGY] في 14 مايو. => victim (جنديان); dead exactly 2",
                "Gunmen killed dozens of civilians in [Aleppo|C aleppo SYR] on May 12. => victim (civilians)",
                "Gunmen killed 30 people in [Aleppo|C aleppo SYR] on Monday. The death toll later rose to more than 35,"
                        + " officials said. => victim (30 people); dead at least 35",
            })
    void areToldWhereTheTextStatesThem(String text, String expected) {
        String language = text.codePoints().anyMatch(c -> c >= 0x600 && c <= 0x6FF) ? "ar" : "en";
        LinkedReading reading = Marked.reading(language, PUBLISHED, text);
        List<Report> reports =
                new EventCoder(Marked.world(reading)).code(reading).reports();
        assertThat(reports).as(text).hasSize(1);
        assertThat(told(reports.getFirst())).as(text).isEqualTo(expected);
    }

    private static String told(Report report) {
        String roles = List.of(Role.HOST, Role.VICTIM, Role.INSTRUMENT).stream()
                .flatMap(role -> report.with(role).stream().map(p -> word(role) + " " + who(p)))
                .collect(Collectors.joining(", "));
        String told = roles
                + count("; dead ", report.toll().dead())
                + count("; wounded ", report.toll().wounded());
        return told.isEmpty() ? "-" : told;
    }

    private static String word(Role role) {
        return role == Role.INSTRUMENT ? "with" : role.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String who(Participant participant) {
        return participant
                .entity()
                .map(entity -> entity.key())
                .orElseGet(() -> participant
                        .kind()
                        .filter(kind -> kind instanceof Means)
                        .map(kind -> ((Means) kind).key())
                        .orElse("(" + participant.text() + ")"));
    }

    private static String count(String before, Optional<Toll.Count> count) {
        return count.map(some -> before + some.bound().word() + " " + some.number())
                .orElse("");
    }
}
