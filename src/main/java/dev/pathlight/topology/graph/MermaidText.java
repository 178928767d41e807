package dev.pathlight.topology.graph;

import dev.pathlight.topology.Topology;
import dev.pathlight.topology.graph.Outline.Box;
import dev.pathlight.topology.graph.Outline.Line;
import dev.pathlight.topology.graph.Outline.Thing;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says a topology as a Mermaid flowchart, which wikis and Markdown pages draw. */
public final class MermaidText {
    private final StringBuilder out = new StringBuilder();

    private MermaidText() {}

    /** @param locale of titles and notes */
    public static String of(Topology t, Locale locale) {
        return new MermaidText().write(Outline.of(t, locale));
    }

    private String write(Outline o) {
        out.append("flowchart TB\n");
        out.append("    accTitle: ")
                .append(o.title().replaceAll("[\\p{Cntrl};#]", " ").strip())
                .append('\n');
        o.boxes().forEach(b -> box(b, "    "));
        o.loose().forEach(t -> thing(t, "    "));
        o.lines().forEach(this::line);
        out.append("    classDef bridge fill:#dfe9fb,stroke:#1463d8,color:#0f1b33\n");
        out.append("    classDef lan fill:#e3e8ef,stroke:#8494ad,color:#0f1b33\n");
        return out.append("    classDef note fill:#fff6d6,stroke:#8494ad,color:#0f1b33\n")
                .toString();
    }

    private void box(Box b, String indent) {
        out.append(indent).append("subgraph ").append(b.id()).append("[\"");
        out.append(escaped(b.title())).append("\"]\n");
        String inner = indent + "    ";
        b.things().forEach(t -> thing(t, inner));
        b.boxes().forEach(i -> box(i, inner));
        out.append(indent).append("end\n");
    }

    private void thing(Thing t, String indent) {
        String label = '"' + t.rows().stream().map(MermaidText::escaped).collect(Collectors.joining("<br/>")) + '"';
        out.append(indent)
                .append(t.id())
                .append(
                        switch (t.shape()) {
                            case INTERFACE -> "[" + label + "]";
                            case BRIDGE -> "[" + label + "]:::bridge";
                            case CONTAINER -> "[[" + label + "]]";
                            case LAN -> "([" + label + "]):::lan";
                            case NOTE -> "[" + label + "]:::note";
                        });
        out.append('\n');
    }

    private void line(Line l) {
        out.append("    ").append(l.from()).append(l.cable() ? " === " : " -.- ");
        out.append(l.to()).append('\n');
    }

    /** What means something to Mermaid, Markdown or HTML goes by its number. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean plain = Character.isLetterOrDigit(c) || " .,:/()@_+=-→↔".indexOf(c) >= 0 || c > 0x2e7f;
            safe.append(plain ? Character.toString(c) : c < ' ' ? " " : "#" + c + ";");
        });
        return safe.isEmpty() ? " " : safe.toString();
    }
}
