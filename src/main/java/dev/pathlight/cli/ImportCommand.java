package dev.pathlight.cli;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.flannel.Cluster;
import dev.pathlight.topology.flannel.Growth.Outcome;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.topology.json.FlannelReader;
import dev.pathlight.topology.json.TopologyWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a drawing of another tool's file, and lists what in it was not understood. */
@Command(
        name = "import",
        description = "Make a drawing of another tool's file. What is not understood is listed on stderr.")
final class ImportCommand implements Callable<Integer> {
    /** The formats there are. */
    enum Format {
        /** kube-flannel's ConfigMap. */
        flannel
    }

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = "What the file is: ${COMPLETION-CANDIDATES} (a kube-flannel ConfigMap).")
    private Format format = Format.flannel;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "OUT.json", description = "Where the drawing is written.")
    private Path out = Path.of("");

    @Option(names = "--nodes", defaultValue = "2", paramLabel = "N", description = "Nodes (${DEFAULT-VALUE}).")
    private int nodes;

    @Option(names = "--pods", defaultValue = "2", paramLabel = "M", description = "Pods a node (${DEFAULT-VALUE}).")
    private int pods;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Refusal {
        within("--nodes", nodes, 1, Cluster.MOST_NODES);
        within("--pods", pods, 0, Cluster.MOST_PODS);
        return switch (format) {
            case flannel -> flannel();
        };
    }

    private static void within(String option, int value, int least, int most) throws Refusal {
        if (value < least || value > most) {
            throw new Refusal(
                    Exit.WRONG,
                    "The command line was not understood.",
                    "%s is %d; it must be from %d to %d.".formatted(option, value, least, most),
                    "Choose a number in that range.");
        }
    }

    private int flannel() throws Refusal {
        return switch (FlannelReader.read(file)) {
            case FlannelReader.Result.Bad(List<Fault> faults) -> {
                print(faults, "error");
                throw new Refusal(
                        Exit.WRONG,
                        file + " is not a flannel configuration that can be drawn.",
                        faults.getFirst().message() + ".",
                        faults.getFirst().hint().toString());
            }
            case FlannelReader.Result.Good(Flannel flannel, List<Fault> leftOut) -> {
                print(leftOut, "left out");
                write(flannel);
                yield Exit.DONE;
            }
        };
    }

    private void print(List<Fault> faults, String severity) {
        PrintWriter err = Terminal.err(spec);
        faults.forEach(f -> err.printf("%s: %s: %s%n    %s%n", f.where(), severity, f.message(), f.hint()));
    }

    private void write(Flannel flannel) throws Refusal {
        switch (Cluster.draw(flannel, nodes, pods)) {
            case Outcome.NoRoom(Sentence why, Sentence hint) ->
                throw new Refusal(
                        Exit.DOES_NOT_HOLD,
                        "%d nodes with %d pods each cannot be drawn.".formatted(nodes, pods),
                        why + ".",
                        hint.toString());
            case Outcome.Grown(Topology t, String newest) -> {
                save(TopologyWriter.write(new Drawing(t, Layout.NONE)));
                Terminal.out(spec)
                        .printf(
                                "%s: %s, %d nodes, %d pods on each, out of %s%n",
                                out, t.name(), nodes, pods, flannel.range().network());
            }
        }
    }

    private void save(String text) throws Refusal {
        try {
            Files.writeString(out, text);
        } catch (IOException e) {
            throw new Refusal(
                    Exit.MACHINE,
                    out + " could not be written.",
                    e.toString(),
                    "Name a place where you may write, with room for it.");
        }
    }
}
