package dev.pathlight.cli;

import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds which running drawing a word on the command line means. */
final class RunningNames {
    private RunningNames() {}

    static List<Register.Entry> all(Register register) throws Refusal {
        try {
            return register.entries();
        } catch (IOException e) {
            throw new Refusal(
                    Exit.MACHINE,
                    "What runs cannot be told.",
                    String.valueOf(e.getMessage()),
                    "Look at the permissions of that place.");
        }
    }

    /** The one of that name; without a name the only one there is. */
    static Register.Entry find(Register register, Optional<String> name) throws Refusal {
        List<Register.Entry> running = all(register);
        List<Register.Entry> fit = running.stream()
                .filter(e -> name.isEmpty() || e.name().equals(name.get()))
                .toList();
        if (fit.size() == 1) {
            return fit.getFirst();
        }
        List<String> names = running.stream().map(Register.Entry::name).toList();
        if (running.isEmpty()) {
            throw new Refusal(Exit.WRONG, "Nothing runs.", "No drawing was started with run.", "./pathlight run FILE");
        }
        throw new Refusal(
                Exit.WRONG,
                name.map(n -> "\"" + n + "\" does not run.").orElse("More than one drawing runs."),
                "What runs: " + String.join(", ", names) + ".",
                Spelling.didYouMean(name.orElse(""), names, Sentence.of("Name one of these."))
                        .toString());
    }
}
