package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Topology;
import java.util.List;

/** Gives the second of two things of one name another one, whatever points at the first. */
final class NameMends {
    private NameMends() {}

    static List<Mend> of(Place at) {
        String path = at.finding().element();
        int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf(':'));
        boolean reserved = at.finding().rule().equals("reserved-name");
        boolean alone = reserved || isTheOnlyNamespace(at);
        String name = free(at.topology(), path.substring(0, cut + 1), reserved ? "eth0" : path.substring(cut + 1));
        Sentence called = Sentence.of("Call it {0}", name);
        return alone
                ? at.mend(called, new Edit.Rename(path, name))
                : at.mend(called, new Edit.ReplaceTopology(renamed(at, name)));
    }

    /** Then its path means it, and what points at it follows. */
    private static boolean isTheOnlyNamespace(Place at) {
        return at.finding().field().endsWith("namespaces[" + at.index("namespaces") + "].name")
                && at.node().namespaces().stream()
                                .filter(s -> s.name().equals(at.stack().name()))
                                .count()
                        == 1;
    }

    /** {@code name} or the next number behind it, free at {@code parent}, and an interface's name too. */
    private static String free(Topology t, String parent, String name) {
        String stem = name.replaceFirst("\\d+$", "");
        String digits = name.substring(stem.length());
        int n = digits.isEmpty() || digits.length() > 6 ? 1 : Integer.parseInt(digits);
        String next = name;
        while (Element.find(t, parent + next).isPresent()) {
            n++;
            String number = String.valueOf(n);
            String room = stem.length() + number.length() > 15 && parent.indexOf('/') > 0 ? stem.substring(0, 8) : stem;
            next = room + number;
        }
        return next;
    }

    private static Topology renamed(Place at, String name) {
        Topology t = at.topology();
        if (at.index("notes") >= 0) {
            int i = at.index("notes");
            return t.withNotes(Place.with(t.notes(), i, t.notes().get(i).withId(new Name(name))));
        }
        if (at.index("lans") >= 0) {
            int i = at.index("lans");
            Lan lan = t.lans().get(i);
            return t.withLans(Place.with(t.lans(), i, new Lan(new Name(name), lan.title(), lan.nics())));
        }
        return t.withNodes(Place.with(t.nodes(), at.index("nodes"), inNode(at, name)));
    }

    private static Node inNode(Place at, String name) {
        Node node = at.node();
        int space = at.index("namespaces");
        boolean within = at.index("interfaces") >= 0 || at.index("bridges") >= 0 || at.index("containers") >= 0;
        if (!within && space < 0) {
            return node.withName(new Name(name));
        }
        Namespace stack = within ? inStack(at, name) : at.stack().withName(name);
        return space < 0 ? node.withRoot(stack) : node.withNamespaces(Place.with(node.namespaces(), space, stack));
    }

    private static Namespace inStack(Place at, String name) {
        Namespace s = at.stack();
        int container = at.index("containers");
        if (container >= 0) {
            Container c = s.containers().get(container).withName(new Name(name));
            return s.withContainers(Place.with(s.containers(), container, c));
        }
        int bridge = at.index("bridges");
        if (bridge >= 0) {
            Bridge b = s.bridges().get(bridge).withName(new IfName(name));
            return s.withBridges(Place.with(s.bridges(), bridge, b));
        }
        int link = at.index("interfaces");
        Interface i = s.interfaces().get(link).withName(new IfName(name));
        return s.withInterfaces(Place.with(s.interfaces(), link, i));
    }
}
