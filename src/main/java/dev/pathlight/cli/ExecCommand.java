package dev.pathlight.cli;

import dev.pathlight.machine.Entering;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a program, or a shell, inside a namespace of something that runs. */
@Command(
        name = "exec",
        description = "Run a command, or a shell, inside a namespace or container of a running drawing.")
final class ExecCommand implements Callable<Integer> {
    /** Better bash: Debian's sh ends with a complaint where its terminal belongs to a process of another process namespace. */
    private static final List<String> SHELL =
            List.of("sh", "-c", "if command -v bash >/dev/null; then exec bash; else exec sh; fi");

    private final Register register;

    @Parameters(index = "0", paramLabel = "NAME", description = "The running drawing, as status names it.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "NAMESPACE",
            description = "As ns1, this/ns1, a node's name, or a container as pod/web.")
    private String namespace = "";

    @Parameters(index = "2..*", paramLabel = "CMD", description = "The command after --; a shell where there is none.")
    private List<String> command = List.of();

    ExecCommand(Register register) {
        this.register = register;
    }

    @Override
    public Integer call() throws Refusal, InterruptedException {
        Register.Entry entry = RunningNames.find(register, Optional.of(name));
        Map<String, String> containers = entry.containersOrNone();
        Places.Spot spot = new Places(Stream.concat(
                                entry.spaces().keySet().stream().map(s -> Places.Spot.of(SpaceId.parse(s))),
                                containers.keySet().stream().map(Places.Spot::container))
                        .toList())
                .spot(namespace);
        Entering way = spot.container().isPresent()
                ? Entering.container(containers.getOrDefault(spot.toString(), ""))
                : Entering.namespace(entry.spaces().getOrDefault(spot.toString(), ""));
        try {
            return way.start(command.isEmpty() ? SHELL : command, ProcessBuilder::inheritIO)
                    .waitFor();
        } catch (IOException e) {
            throw new Refusal(
                    Exit.MACHINE,
                    namespace + " cannot be entered.",
                    String.valueOf(e.getMessage()),
                    "Install util-linux, which has nsenter.");
        }
    }
}
