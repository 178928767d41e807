package dev.pathlight.topology.graph;

import dev.pathlight.topology.Topology;
import dev.pathlight.topology.graph.Outline.Box;
import dev.pathlight.topology.graph.Outline.Line;
import dev.pathlight.topology.graph.Outline.Thing;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says a topology in Graphviz's language: nodes and namespaces as clusters, cables as thick lines. */
public final class DotText {
    private final StringBuilder out = new StringBuilder();

    private DotText() {}

    /** @param locale of titles and notes */
    public static String of(Topology t, Locale locale) {
        return new DotText().write(Outline.of(t, locale));
    }

    private String write(Outline o) {
        out.append("graph ").append(quoted(o.title())).append(" {\n");
        out.append("  graph [label=").append(quoted(o.title()));
        out.append(", labelloc=t, fontname=\"sans-serif\"]\n");
        out.append("  node [fontname=\"sans-serif\"]\n");
        o.boxes().forEach(b -> box(b, "  "));
        o.loose().forEach(t -> thing(t, "  "));
        o.lines().forEach(this::line);
        return out.append("}\n").toString();
    }

    private void box(Box b, String indent) {
        out.append(indent).append("subgraph cluster_").append(b.id()).append(" {\n");
        String inner = indent + "  ";
        String style = b.isNode() ? "rounded" : "\"rounded,bold\"";
        out.append(inner).append("graph [label=").append(quoted(b.title()));
        out.append(", style=").append(style).append("]\n");
        if (b.things().isEmpty() && b.boxes().isEmpty()) {
            // An empty cluster is not drawn.
            out.append(inner).append(b.id()).append(" [style=invis, shape=point]\n");
        }
        b.things().forEach(t -> thing(t, inner));
        b.boxes().forEach(i -> box(i, inner));
        out.append(indent).append("}\n");
    }

    private void thing(Thing t, String indent) {
        String look = switch (t.shape()) {
            case INTERFACE -> "shape=box";
            case BRIDGE -> "shape=box, style=\"filled,bold\", fillcolor=\"#dfe9fb\"";
            case CONTAINER -> "shape=component";
            case LAN -> "shape=box, style=\"filled,rounded\", fillcolor=\"#e3e8ef\"";
            case NOTE -> "shape=note, style=filled, fillcolor=\"#fff6d6\"";
        };
        String label = t.rows().stream().map(DotText::escaped).collect(Collectors.joining("\\n"));
        out.append(indent).append(t.id()).append(" [label=\"").append(label).append("\", ");
        out.append(look).append("]\n");
    }

    private void line(Line l) {
        out.append("  ").append(l.from()).append(" -- ").append(l.to());
        out.append(l.cable() ? " [penwidth=2]\n" : " [style=dashed]\n");
    }

    private static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /** In a quoted string a backslash begins one of Graphviz's own escapes, and {@code &} one of HTML's. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "?");
    }
}
