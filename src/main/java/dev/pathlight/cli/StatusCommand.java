package dev.pathlight.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what runs. */
@Command(name = "status", description = "List the drawings that run, and their namespaces.")
final class StatusCommand implements Callable<Integer> {
    private final Register register;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    StatusCommand(Register register) {
        this.register = register;
    }

    @Override
    public Integer call() throws Refusal {
        List<Register.Entry> running = RunningNames.all(register);
        PrintWriter out = Terminal.out(spec);
        if (json) {
            out.println(Json.text(Json.object("running", running)));
        } else if (running.isEmpty()) {
            out.println("Nothing runs.");
        } else {
            running.forEach(e -> out.printf(
                    "%s  (%s, process %d)%n  %s%n",
                    e.name(), e.file(), e.pid(), String.join("  ", e.spaces().keySet())));
        }
        return Exit.DONE;
    }
}
