package dev.pathlight.cli;

import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: {@code pathlight [FILE]} opens the window, {@code pathlight COMMAND} does one thing and ends. */
@Command(
        name = "pathlight",
        description = "Draw a Linux network, run it for real, and watch each packet light up the path it really took.",
        synopsisHeading = "Usage: ",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "./pathlight install-desktop [--remove] puts it into this user's desktop menu, and opens drawings by a"
                    + " double click."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it holds, or it was done",
            "1:it was understood and does not hold (a finding, an undelivered ping)",
            "2:the command line or a file is wrong",
            "3:this machine refuses (privilege, missing kernel feature, lost connection, full disk)",
            "70:Pathlight itself made a mistake; --debug shows where"
        },
        mixinStandardHelpOptions = true,
        version = "pathlight 0.1.0",
        scope = ScopeType.INHERIT)
public final class Pathlight implements Callable<Integer> {
    private final Window window;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an error arose.")
    private boolean debug;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A drawing to open in the window.")
    private Optional<Path> file = Optional.empty();

    @Spec
    private @Nullable CommandSpec spec;

    /** The door to the window, which this room does not know. */
    @FunctionalInterface
    public interface Window {
        /** Opens it, with a drawing if one is given; returns the exit code once it is closed. */
        int open(Optional<Path> file);
    }

    private Pathlight(Window window) {
        this.window = window;
    }

    /** Runs one command line to its end and returns the exit code. Results go to {@code out}, messages to {@code err}. */
    public static int run(
            List<String> args,
            SessionOpener sandbox,
            Window window,
            ExportCommand.Painter painter,
            Interrupts interrupts,
            PrintWriter out,
            PrintWriter err) {
        Pathlight root = new Pathlight(window);
        CommandLine line = new CommandLine(root)
                .addSubcommand(new DemoCommand(sandbox))
                .addSubcommand(new ValidateCommand())
                .addSubcommand(new PlanCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new ExportCommand(painter))
                .addSubcommand(new TraceCommand(sandbox))
                .addSubcommand(new SnapshotCommand(sandbox))
                .addSubcommand(new LessonCommand(sandbox))
                .addSubcommand(new RunCommand(sandbox, interrupts, Register.ofUser()))
                .addSubcommand(new StatusCommand(Register.ofUser()))
                .addSubcommand(new StopCommand(Register.ofUser()))
                .addSubcommand(new ExecCommand(Register.ofUser()))
                .addSubcommand(new BenchCommand(sandbox))
                .addSubcommand(new RespondCommand())
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> root.report(e, err))
                .setParameterExceptionHandler((e, arguments) -> misread(e, err));
        return line.execute(args.toArray(String[]::new));
    }

    @Override
    public Integer call() throws Refusal {
        if (file.isPresent() && !Files.exists(file.get())) {
            throw missing(file.get().toString());
        }
        return window.open(file);
    }

    private Refusal missing(String word) {
        return word.matches("[a-z-]+")
                ? unknownCommand(word)
                : new Refusal(
                        Exit.WRONG,
                        word + " cannot be opened.",
                        "There is no such file.",
                        "Look at its name and at the directory you are in.");
    }

    private Refusal unknownCommand(String word) {
        List<String> commands =
                spec == null ? List.of() : List.copyOf(spec.subcommands().keySet());
        return new Refusal(
                Exit.WRONG,
                "\"" + word + "\" is neither a command nor a file.",
                "The commands are " + String.join(", ", commands) + ".",
                Spelling.didYouMean(word, commands, Sentence.of("See ./pathlight --help."))
                        .toString());
    }

    private int report(Exception e, PrintWriter err) {
        Refusal refusal = e instanceof Refusal r ? r : mistake(e);
        err.println(refusal.text());
        if (debug) {
            e.printStackTrace(err);
        }
        return refusal.exitCode();
    }

    private static Refusal mistake(Exception e) {
        return new Refusal(
                Exit.MISTAKE,
                "Pathlight itself made a mistake.",
                e.toString(),
                "Run it again with --debug and report what it prints.");
    }

    private static int misread(ParameterException e, PrintWriter err) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String why = Optional.ofNullable(e.getMessage())
                .orElse("it makes no sense")
                .lines()
                .findFirst()
                .orElse("");
        err.println(
                new Refusal(Exit.WRONG, "The command line was not understood.", why, "See ./" + command + " --help.")
                        .text());
        return Exit.WRONG;
    }
}
