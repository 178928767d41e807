package dev.pathlight.cli;

import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Planner;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.graph.DotText;
import dev.pathlight.topology.graph.MermaidText;
import dev.pathlight.topology.json.TopologyWriter;
import dev.pathlight.wire.IpScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a drawing as a picture, as other tools' text, or as a script. */
@Command(
        name = "export",
        aliases = "render",
        description = {
            "Write a drawing as a picture (svg, png, pdf), for other tools (dot, mermaid), as a copy (json),",
            "or as a shell script (sh), beside which OUT-undo.sh then removes what it builds."
        })
public final class ExportCommand implements Callable<Integer> {
    private static final String EXECUTABLE = "rwxr-xr-x";

    private final Painter painter;

    @Parameters(paramLabel = "FILE", description = "The drawing.")
    private Path file = Path.of("");

    @Option(
            names = {"--as", "--to"},
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}. Default: what OUT's name ends in.")
    private Optional<Form> form = Optional.empty();

    @Option(names = "-o", paramLabel = "OUT", description = "Where it is written. Default, for text: the terminal.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--look",
            paramLabel = "LOOK",
            defaultValue = "light",
            description = "Colours of a picture: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Look look = Look.light;

    @Option(names = "--lang", paramLabel = "LANG", defaultValue = "en", description = "Of titles: en or zh.")
    private String language = "en";

    @Spec
    private @Nullable CommandSpec spec;

    ExportCommand(Painter painter) {
        this.painter = painter;
    }

    /** The door to pictures, which this room cannot paint. */
    @FunctionalInterface
    public interface Painter {
        /** A file's content. {@code form} is svg, png or pdf, {@code look} light, dark, contrast or print. */
        byte[] paint(Drawing drawing, String form, String look, Locale locale) throws IOException;
    }

    // Lower case because these are the words on the command line.
    enum Form {
        svg,
        png,
        pdf,
        dot,
        mermaid,
        sh,
        json;

        boolean isText() {
            return this != png && this != pdf;
        }

        /** By what a file's name ends in. */
        static Optional<Form> of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".gv")) {
                return Optional.of(dot);
            }
            if (name.endsWith(".mmd")) {
                return Optional.of(mermaid);
            }
            return Stream.of(values()).filter(f -> name.endsWith("." + f)).findFirst();
        }
    }

    enum Look {
        light,
        dark,
        contrast,
        print
    }

    @Override
    public Integer call() throws Refusal {
        Form wanted = form.or(() -> out.flatMap(Form::of))
                .orElseThrow(() -> new Refusal(
                        Exit.WRONG,
                        "The command line was not understood.",
                        "It does not say what to make of the drawing.",
                        "Give --as and one of " + List.of(Form.values()) + ", or -o with a name that ends in one."));
        if (out.isEmpty() && !wanted.isText()) {
            throw new Refusal(
                    Exit.WRONG,
                    "A " + wanted + " cannot be shown in a terminal.",
                    "It is no text.",
                    "Say where to write it: -o OUT." + wanted);
        }
        byte[] content = wanted == Form.sh ? script() : content(wanted);
        if (out.isPresent()) {
            save(out.get(), content, wanted == Form.sh);
        } else {
            Terminal.out(spec).print(new String(content, StandardCharsets.UTF_8));
            Terminal.out(spec).flush();
        }
        return Exit.DONE;
    }

    private byte[] content(Form wanted) throws Refusal {
        Drawing drawing = DrawingFile.read(file);
        Locale locale = Locale.forLanguageTag(language);
        return switch (wanted) {
            case svg, png, pdf -> painted(drawing, wanted, locale);
            case dot -> utf8(DotText.of(drawing.topology(), locale));
            case mermaid -> utf8(MermaidText.of(drawing.topology(), locale));
            case json -> utf8(TopologyWriter.write(drawing));
            case sh -> throw new IllegalArgumentException("a script is made of what was checked");
        };
    }

    private byte[] painted(Drawing drawing, Form wanted, Locale locale) throws Refusal {
        try {
            return painter.paint(drawing, wanted.name(), look.name(), locale);
        } catch (IOException e) {
            throw new Refusal(
                    Exit.MACHINE,
                    "The picture could not be painted.",
                    e.toString(),
                    "Make room for temporary files, or export --as svg.");
        }
    }

    /** Writes the undoing beside it, where it goes into a file. */
    private byte[] script() throws Refusal {
        Plan plan = Planner.plan(DrawingFile.checked(file), Inventory.EMPTY);
        if (out.isPresent()) {
            save(Path.of(IpScript.undoName(out.get().toString())), utf8(IpScript.undo(plan)), true);
        }
        return utf8(IpScript.of(plan));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void save(Path to, byte[] content, boolean executable) throws Refusal {
        try {
            Files.write(to, content);
            if (executable && Files.getFileStore(to).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(EXECUTABLE));
            }
            Terminal.err(spec).println(to + " is written.");
        } catch (IOException e) {
            throw new Refusal(
                    Exit.MACHINE,
                    to + " could not be written.",
                    e.toString(),
                    "Name a place where you may write, with room for it.");
        }
    }
}
