package khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    @ParameterizedTest
    @CsvSource({
        "a.txt, TEXT",
        "a.JSONL.GZ, JSON",
        "news.d/a.htm, HTML",
        "feed.rss, XML",
        "a, ",
        "a.gz, ",
        "a.pdf, ",
        "txt, ",
    })
    void namesTell(String name, Form form) {
        assertThat(Form.of(name).orElse(null)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "{\"body\":\"They met.\"} -> JSON",
                "[ {\"body\":\"They met.\"} ] -> JSON",
                "[Reuters] They met. -> ",
                "{They} met. -> ",
                "<!DOCTYPE html><html><body> -> HTML",
                "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"> -> HTML",
                "<div><p>They met. -> HTML",
                "<?xml version=\"1.0\"?><rss version=\"2.0\"> -> XML",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"> -> XML",
                "<?xml version=\"1.0\"?><newsItem> -> XML",
                "They met. <p> is no tag here. -> ",
                "< 5 ministers met -> ",
            })
    void contentTells(String start, Form form) {
        assertThat(Form.ofStart(start.getBytes(StandardCharsets.UTF_8)).orElse(null))
                .isEqualTo(form);
        assertThat(Form.ofStart(("\uFEFF \n" + start).getBytes(StandardCharsets.UTF_8))
                        .orElse(null))
                .isEqualTo(form);
        assertThat(Form.ofStart(("\uFEFF" + start).getBytes(StandardCharsets.UTF_16LE))
                        .orElse(null))
                .isEqualTo(form);
    }
}
