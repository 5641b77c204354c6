package khabar.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code khabar gazetteer}. */
@Command(
        name = "gazetteer",
        description = {
            "Checks your own gazetteer files, or makes one of a collection of names.",
            "The files of khabar.gazetteer.directory (default data/gazetteer) are read at every start; a running server takes up new ones with reload."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class GazetteerCommand {
    /** Adds it with what it can do; options of the root reach only commands that are added below one that has them. */
    static void addTo(CommandLine line, Root root) {
        CommandLine gazetteer = new CommandLine(new GazetteerCommand());
        line.addSubcommand(gazetteer);
        gazetteer
                .addSubcommand(new GazetteerCheckCommand(root))
                .addSubcommand(new GazetteerImportCommand(root))
                .addSubcommand(new GazetteerReloadCommand(root));
    }
}
