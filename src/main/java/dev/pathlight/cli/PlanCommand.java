package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Planner;
import dev.pathlight.plan.Sentences;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.Topology;
import dev.pathlight.wire.IpScript;
import dev.pathlight.wire.NetlinkText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what would be done, without doing it. */
@Command(name = "plan", description = "Show what would be done, in order, without doing it.")
final class PlanCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The drawing.")
    private Path file = Path.of("");

    @Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "sentences",
            description = "${COMPLETION-CANDIDATES}. \"ip\" is a script that can be run as it is. Default: sentences.")
    private Form form = Form.sentences;

    @Spec
    private @Nullable CommandSpec spec;

    // Lower case because these are the words on the command line.
    enum Form {
        sentences,
        ip,
        netlink,
        json
    }

    @Override
    public Integer call() throws Refusal {
        CheckedTopology drawing = DrawingFile.checked(file);
        Plan plan = Planner.plan(drawing, Inventory.EMPTY);
        PrintWriter out = Terminal.out(spec);
        switch (form) {
            case sentences -> sentences(plan, drawing.topology(), out);
            case ip -> out.print(IpScript.of(plan));
            case netlink -> out.print(NetlinkText.of(plan));
            case json ->
                out.println(Json.text(Json.object(
                        "topology", drawing.topology().name().value(),
                        "steps",
                                plan.steps().stream()
                                        .map(s -> json(s, drawing.topology()))
                                        .toList())));
        }
        out.flush();
        return Exit.DONE;
    }

    private static void sentences(Plan plan, Topology topology, PrintWriter out) {
        for (Step step : plan.steps()) {
            out.printf("%4d  %s.%n", step.number(), Sentences.of(step, topology).in(Locale.ENGLISH));
        }
    }

    private static Map<String, Object> json(Step step, Topology topology) {
        return Json.object(
                "number", step.number(),
                "stage", step.stage().name().toLowerCase(Locale.ROOT),
                "operation", kebab(step.op().getClass().getSimpleName()),
                "space", step.op().space().toString(),
                "element", step.element(),
                "sentence", Sentences.of(step, topology).in(Locale.ENGLISH));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
