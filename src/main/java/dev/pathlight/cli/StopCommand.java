package dev.pathlight.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stops a drawing that another terminal runs. */
@Command(name = "stop", description = "Stop a running drawing and remove everything it made.")
final class StopCommand implements Callable<Integer> {
    /** Removing waits for the kernel to let go of every namespace, at most some 20 s. */
    private static final int PATIENCE_SECONDS = 40;

    private final Register register;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Its name; may be left out where only one runs.")
    private Optional<String> name = Optional.empty();

    @Spec
    private @Nullable CommandSpec spec;

    StopCommand(Register register) {
        this.register = register;
    }

    @Override
    public Integer call() throws Refusal, InterruptedException {
        Register.Entry entry = RunningNames.find(register, name);
        Optional<ProcessHandle> process = entry.process();
        process.ifPresent(ProcessHandle::destroy);
        if (process.isPresent() && !ends(process.get())) {
            throw new Refusal(
                    Exit.MACHINE,
                    entry.name() + " does not stop.",
                    "Its process " + entry.pid() + " was asked to end " + PATIENCE_SECONDS
                            + " s ago and is still there.",
                    "kill -9 " + entry.pid() + " ends it; what it made goes with it.");
        }
        register.leave(entry);
        Terminal.out(spec).printf("%s is stopped and removed.%n", entry.name());
        return Exit.DONE;
    }

    private static boolean ends(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
