package khabar.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import khabar.app.desk.Refusal;
import khabar.gazetteer.WrongEntry;
import khabar.names.model.UnusableModel;
import khabar.store.Restoration;
import khabar.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs one command line. */
public final class Commands {
    private static final Pattern SPRING_SETTING = Pattern.compile("--((?:khabar|server|spring|logging)\\.[^=]+=.*)");

    private Commands() {}

    /** Comes back with one of {@link ExitCode}; after {@code serve} the server runs on. */
    public static int run(Surroundings surroundings, String... arguments) {
        Root root = new Root(surroundings);
        CommandLine line = new CommandLine(root)
                .addSubcommand(new ServeCommand(root))
                .addSubcommand(new IngestCommand(root))
                .addSubcommand(new ReadCommand(root))
                .addSubcommand(new QueryCommand(root))
                .addSubcommand(new ExportCommand(root))
                .addSubcommand(new DumpCommand(root))
                .addSubcommand(new RemoveCommand(root))
                .addSubcommand(new RereadCommand(root))
                .addSubcommand(new MergeCommand(root))
                .addSubcommand(new ActorCommand(root))
                .addSubcommand(new NameCommand(root))
                .addSubcommand(new StatsCommand(root))
                .addSubcommand(new ValidateCommand(root))
                .addSubcommand(new BackupCommand(root))
                .addSubcommand(new RestoreCommand(root))
                .addSubcommand(new CompactCommand(root))
                .addSubcommand(new VerifyCommand(root))
                .addSubcommand(new ReindexCommand(root))
                .addSubcommand(new PasswordCommand(root))
                .addSubcommand(new ClustersCommand(root));
        GazetteerCommand.addTo(line, root);
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, given) -> misunderstood(root, wrong))
                .setExecutionExceptionHandler((thrown, command, parsed) -> failed(root, thrown));
        sayExitCodes(line);
        int code = line.execute(plain(arguments));
        try {
            surroundings.out().flush();
            return code;
        } catch (IOException closed) {
            return failed(root, closed);
        }
    }

    private static void sayExitCodes(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.described());
        command.getSubcommands().values().forEach(Commands::sayExitCodes);
    }

    /** {@code --khabar.base=…} is {@code -Dkhabar.base=…}, as Spring people write it; no command is {@code serve}. */
    private static String[] plain(String... arguments) {
        List<String> plain = new ArrayList<>();
        Arrays.stream(arguments)
                .map(argument -> SPRING_SETTING.matcher(argument).replaceFirst("-D$1"))
                .forEach(plain::add);
        if (plain.stream().allMatch(argument -> argument.startsWith("-D"))) {
            plain.addFirst("serve");
        }
        return plain.toArray(String[]::new);
    }

    private static int misunderstood(Root root, ParameterException wrong) {
        root.say(firstLine(wrong) + "; see "
                + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static int failed(Root root, Exception thrown) {
        int code = code(thrown);
        if (!String.valueOf(thrown.getMessage()).contains("Broken pipe")) {
            root.say(said(root, thrown, code));
        }
        if (root.debug()) {
            thrown.printStackTrace(root.surroundings.err());
        }
        return code;
    }

    private static String said(Root root, Exception thrown, int code) {
        if (StoreException.Harmed.isCauseOf(thrown)) {
            return StoreException.Harmed.line(thrown);
        }
        return code == ExitCode.FAULT
                ? "a fault of ours: " + cause(thrown).getClass().getSimpleName() + ": " + firstLine(cause(thrown))
                        + (root.debug() ? "" : "; --debug shows where")
                : line(thrown);
    }

    private static int code(Throwable thrown) {
        return StoreException.Harmed.isCauseOf(thrown) ? ExitCode.IO : codeOf(thrown);
    }

    private static int codeOf(Throwable thrown) {
        return switch (thrown) {
            case Stop stop -> stop.code();
            case Refusal refusal ->
                switch (refusal.kind()) {
                    case BAD_DATA -> ExitCode.REFUSED;
                    case NOT_FOUND -> ExitCode.NO_INPUT;
                    case BUSY -> ExitCode.BUSY;
                    case NOT_PERMITTED -> ExitCode.NOT_PERMITTED;
                    case NO_ROOM -> ExitCode.IO;
                    case FAULT -> ExitCode.FAULT;
                };
            case WrongEntry wrong -> ExitCode.REFUSED;
            case StoreException.InUse inUse -> ExitCode.BUSY;
            case StoreException.Busy busy -> ExitCode.BUSY;
            case StoreException.OtherBase otherBase -> ExitCode.USAGE;
            case StoreException.Occupied occupied -> ExitCode.USAGE;
            case StoreException unusable ->
                thrown.getCause() instanceof AccessDeniedException ? ExitCode.NOT_PERMITTED : ExitCode.IO;
            case UnusableModel model -> ExitCode.USAGE;
            case NoSuchFileException missing -> ExitCode.NO_INPUT;
            case FileAlreadyExistsException there -> ExitCode.USAGE;
            case AccessDeniedException denied -> ExitCode.NOT_PERMITTED;
            case Restoration.Damaged damaged -> ExitCode.REFUSED;
            case IOException io -> ExitCode.IO;
            case UncheckedIOException io -> code(cause(io));
            default -> ExitCode.FAULT;
        };
    }

    private static String line(Throwable thrown) {
        return switch (thrown) {
            case NoSuchFileException missing -> missing.getFile() + ": no such file";
            case AccessDeniedException denied -> denied.getFile() + ": not permitted";
            case NotDirectoryException file -> file.getFile() + ": a file; name a folder";
            default -> firstLine(thrown);
        };
    }

    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : cause(cause);
    }

    private static String firstLine(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return message.lines().findFirst().orElse(thrown.getClass().getSimpleName());
    }
}
