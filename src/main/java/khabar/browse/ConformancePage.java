package khabar.browse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of linked data by chapter, which its letter names, as in {@code I} of {@code I-01}. */
record ConformancePage(Text title, Map<String, List<Rule>> chapters) implements Page {
    /**
     * One rule.
     *
     * @param level M for must, S for should, C for could
     * @param state tested, differs or open
     * @param why the tests that hold to it, or why it is not kept
     */
    record Rule(String id, String level, String state, String statement, String why) {}

    static ConformancePage parse(String table) {
        return new ConformancePage(
                Text.plain(""),
                table.lines()
                        .map(line -> line.split("\t", 5))
                        .map(part -> new Rule(part[0], part[1], part[2], part[3], part[4]))
                        .collect(Collectors.groupingBy(
                                rule -> rule.id().substring(0, 1), LinkedHashMap::new, Collectors.toList())));
    }
}
