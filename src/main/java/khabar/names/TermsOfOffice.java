package khabar.names;

import java.time.LocalDate;
import java.util.Comparator;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.PartialDate;
import khabar.gazetteer.Tenure;

/** Whom of those who held an office news of a day may mean. */
record TermsOfOffice(Gazetteer gazetteer) {
    /** So long after someone was last known in office news may still speak of him without saying who he is. */
    private static final int YEARS_REMEMBERED = 10;

    /** Whether a source lets us say that he held an office on the day. */
    boolean isInOffice(Entry.Person person, LocalDate day) {
        return gazetteer.tenures(person.entity()).stream().anyMatch(tenure -> tenure.heldOn(day));
    }

    /** Whether he held an office on the day, in the years before, or later. */
    boolean isRemembered(Entry.Person person, LocalDate day) {
        return !lastKnown(person).plusYears(YEARS_REMEMBERED).isBefore(day);
    }

    /** The same of someone who had an office by then. */
    boolean isKnown(Entry.Person person, LocalDate day) {
        return isRemembered(person, day)
                && gazetteer.tenures(person.entity()).stream()
                        .anyMatch(tenure -> !tenure.from().latest().isAfter(day));
    }

    /** The last day that the list of his offices speaks of. */
    LocalDate listUntil(Entry.Person person) {
        return gazetteer.tenures(person.entity()).stream()
                .map(Tenure::knownUntil)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** The last day of which a source says that he held an office. */
    private LocalDate lastKnown(Entry.Person person) {
        return gazetteer.tenures(person.entity()).stream()
                .map(tenure -> tenure.to().map(PartialDate::latest).orElse(tenure.knownUntil()))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }
}
