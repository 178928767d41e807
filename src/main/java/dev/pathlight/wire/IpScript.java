package dev.pathlight.wire;

import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.plan.Teardown;
import java.util.Map;
import java.util.Optional;

/**
 * Says a plan in iproute2 (and nft) text: a shell script a student could type, that can be run as it is (as root). An emulated
 * node's root namespace is a named one too. Undoing is a script of its own.
 */
public final class IpScript {
    private static final Map<Stage, String> TITLES = Map.of(
            Stage.REMOVE, "What goes",
            Stage.SPACES, "Namespaces",
            Stage.LINKS, "Bridges and cables",
            Stage.CONFIGURE, "Filters, IPv6, addresses, routes",
            Stage.READY, "Until everything is usable",
            Stage.CONTAINERS, "Containers");

    private IpScript() {}

    /** The script that does it; it stops at the first command that fails. */
    public static String of(Plan plan) {
        return "#!/bin/sh\n# Builds the network. Run it as root; it stops at the first command that fails.\nset -e\n"
                + commands(plan, new NetnsNames(plan));
    }

    /** The script that undoes it, also when {@link #of} was stopped half-way. */
    public static String undo(Plan plan) {
        return "#!/bin/sh\n# Removes the network again. Run it as root.\n"
                + commands(Teardown.of(plan.steps()), new NetnsNames(plan));
    }

    /** What the file is called that undoes the script in the file {@code name}: {@code net.sh}, {@code net-undo.sh}. */
    public static String undoName(String name) {
        return name.endsWith(".sh") ? name.substring(0, name.length() - 3) + "-undo.sh" : name + "-undo";
    }

    private static String commands(Plan plan, NetnsNames names) {
        IpCommand command = new IpCommand(names);
        StringBuilder script = new StringBuilder();
        Optional<Stage> stage = Optional.empty();
        String element = "";
        for (Step step : plan.steps()) {
            if (!stage.equals(Optional.of(step.stage()))) {
                script.append("\n## ").append(TITLES.get(step.stage())).append('\n');
                stage = Optional.of(step.stage());
                element = "";
            }
            if (!step.element().equals(element)) {
                script.append("# ").append(comment(step.element())).append('\n');
                element = step.element();
            }
            script.append(command.of(step.op())).append('\n');
        }
        return script.toString();
    }

    /** A comment ends at the line's end. */
    private static String comment(String element) {
        return element.replaceAll("\\p{Cntrl}", "?");
    }
}
