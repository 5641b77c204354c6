package khabar.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import khabar.article.Article;
import khabar.article.Parsed;
import khabar.event.ReportedArticle;
import khabar.ingest.ReadLine;
import khabar.ingest.Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code khabar read}. */
@Command(
        name = "read",
        description = "Prints what is read in articles, one JSON object a line; stores nothing.",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
    @Mixin
    private Inputs inputs = new Inputs();

    private final Root root;

    ReadCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Inputs.Found found = inputs.look(root::say);
        if (found.readable().isEmpty()) {
            return found.code();
        }
        Reader reader = root.settings(Map.of()).reader();
        ReadLine lines = new ReadLine(root.base());
        AtomicBoolean refused = new AtomicBoolean();
        Consumer<Parsed> taker = parsed -> {
            switch (parsed) {
                case Parsed.Accepted accepted -> print(lines.of(read(reader, accepted.article())));
                case Parsed.Refused no -> {
                    root.say(no.problem().at() + ": " + no.problem().message());
                    refused.set(true);
                }
            }
        };
        found.read(root.surroundings.in(), taker);
        return refused.get() ? ExitCode.REFUSED : found.code();
    }

    private ReportedArticle read(Reader reader, Article article) {
        ReportedArticle reported = reader.read(article);
        reported.reading()
                .gaveUp()
                .ifPresent(why -> root.say(article.at() + ": names read by the built-in recogniser: " + why));
        return reported;
    }

    private void print(String line) {
        try {
            root.print(line);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
