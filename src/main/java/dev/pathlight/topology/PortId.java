package dev.pathlight.topology;

import java.util.Optional;

/**
 * The path of one interface: canvas, tables and journeys agree by it on what is meant. Written {@code this/br-veth0}
 * (in a node's root namespace) and {@code this/ns1/veth0}.
 */
public record PortId(SpaceId space, IfName name) implements Comparable<PortId> {
    /** From {@code node/interface} or {@code node/namespace/interface}. Throws IllegalArgumentException otherwise. */
    public static PortId parse(String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            throw new Malformed(Sentence.of(
                    "\"{0}\" is not an interface's path: write node/interface or node/namespace/interface", path));
        }
        return new PortId(SpaceId.parse(path.substring(0, slash)), new IfName(path.substring(slash + 1)));
    }

    /** What is wrong with {@code path} as the path of an interface, or empty. */
    public static Optional<Sentence> problem(String path) {
        try {
            parse(path);
            return Optional.empty();
        } catch (Malformed e) {
            return Optional.of(e.why());
        }
    }

    /** Looked up for every packet: of what the strings remember. */
    @Override
    public int hashCode() {
        return name.value().hashCode() * 31 + space.hashCode();
    }

    @Override
    public int compareTo(PortId o) {
        int c = space.compareTo(o.space);
        return c != 0 ? c : name.compareTo(o.name);
    }

    @Override
    public String toString() {
        return space + "/" + name;
    }
}
