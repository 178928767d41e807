package dev.pathlight.cli;

import dev.pathlight.machine.Respond;
import dev.pathlight.topology.Container.Listen;
import dev.pathlight.topology.Name;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The responder of a container without a command: what {@code plan --as ip} starts inside one. */
@Command(
        name = "respond",
        description = "Answer on ports as a container without a command does, until Ctrl-C:"
                + " tcp and udp send back what comes, http sends a page with the container's name.")
final class RespondCommand implements Callable<Integer> {
    private static final String SHAPE = "(tcp|udp|http):[0-9]{1,5}";

    @Parameters(index = "0", paramLabel = "CONTAINER", description = "The name that the page tells.")
    private String container = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PROTOCOL:PORT", description = "As http:80 or udp:53.")
    private List<String> ports = List.of();

    @Override
    public Integer call() throws Refusal, IOException {
        if (Name.problem(container).isPresent()) {
            throw new Refusal(
                    Exit.WRONG,
                    "\"" + container + "\" cannot be a container's name.",
                    Name.problem(container).orElseThrow() + ".",
                    "Write the name first, then what to answer on, as: respond web http:80.");
        }
        List<Listen> listens = new ArrayList<>();
        for (String port : ports) {
            listens.add(listen(port));
        }
        return Respond.forever(new Name(container), listens);
    }

    private static Listen listen(String word) throws Refusal {
        String[] parts = word.toLowerCase(Locale.ROOT).split(":", 2);
        int port = word.toLowerCase(Locale.ROOT).matches(SHAPE) ? Integer.parseInt(parts[1]) : 0;
        if (port < 1 || port > 65_535) {
            throw new Refusal(
                    Exit.WRONG,
                    "\"" + word + "\" is nothing to listen to.",
                    "It is a protocol (tcp, udp, http), a colon and a port from 1 to 65535.",
                    "Write for instance http:80.");
        }
        return new Listen(parts[0], port);
    }
}
