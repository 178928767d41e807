package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where on a drawing a finding is, by the numbers in its field: names may be what is wrong. */
record Place(Topology topology, Finding finding) {
    /** The number behind the last {@code list}[ of the field; -1 where there is none. */
    int index(String list) {
        Matcher m = Pattern.compile("(?:^|\\.)" + list + "\\[(\\d+)]").matcher(finding.field());
        int found = -1;
        while (m.find()) {
            found = Integer.parseInt(m.group(1));
        }
        return found;
    }

    /** True when the field's last part is {@code name}. */
    boolean isAt(String name) {
        return finding.field().endsWith("." + name);
    }

    Node node() {
        return topology.nodes().get(index("nodes"));
    }

    Namespace stack() {
        int space = index("namespaces");
        return space < 0 ? node().root() : node().namespaces().get(space);
    }

    SpaceId space() {
        return node().id(stack());
    }

    Optional<Interface> link() {
        int at = index("interfaces");
        return at < 0 ? Optional.empty() : Optional.of(stack().interfaces().get(at));
    }

    Optional<Bridge> bridge() {
        int at = index("bridges");
        return at < 0 ? Optional.empty() : Optional.of(stack().bridges().get(at));
    }

    /** Of the interface or bridge that the field is within. */
    PortId port() {
        IfName name =
                link().map(Interface::name).or(() -> bridge().map(Bridge::name)).orElseThrow();
        return new PortId(space(), name);
    }

    List<Mend> mend(Sentence name, Edit edit) {
        return List.of(new Mend(name, edit));
    }

    /** Mends by a changed stack. */
    List<Mend> mend(Sentence name, Namespace stack) {
        return mend(name, new Edit.SetStack(space(), stack));
    }

    static <T> List<T> with(List<T> list, int index, T item) {
        List<T> next = new ArrayList<>(list);
        next.set(index, item);
        return next;
    }

    static <T> List<T> without(List<T> list, int index) {
        List<T> next = new ArrayList<>(list);
        next.remove(index);
        return next;
    }
}
