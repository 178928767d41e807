package dev.pathlight.topology;

/**
 * The path of one network stack: a node's root namespace ({@code namespace} is "") or a named namespace in it. Written
 * {@code k8s-1} and {@code k8s-1/pod-a}.
 */
public record SpaceId(Name node, String namespace) implements Comparable<SpaceId> {
    public SpaceId {
        if (!namespace.isEmpty()) {
            new Name(namespace);
        }
    }

    public static SpaceId root(Name node) {
        return new SpaceId(node, "");
    }

    /** From {@code "node"} or {@code "node/namespace"}. Throws IllegalArgumentException otherwise. */
    public static SpaceId parse(String path) {
        int slash = path.indexOf('/');
        return slash < 0
                ? root(new Name(path))
                : new SpaceId(new Name(path.substring(0, slash)), new Name(path.substring(slash + 1)).value());
    }

    public boolean isRoot() {
        return namespace.isEmpty();
    }

    /** As one says it in a sentence: {@code ns1}, {@code node k8s-1}, {@code this machine}. */
    public Sentence said() {
        if (!isRoot()) {
            return Sentence.verbatim(namespace);
        }
        return isThisMachine() ? Sentence.of("this machine") : Sentence.of("node {0}", node);
    }

    /** Whether it is the root of the lone node that drawings of one machine have. */
    public boolean isThisMachine() {
        return isRoot() && node.value().equals("this");
    }

    /** What a person calls it: the namespace's name, or the node's for its root. */
    public String shortName() {
        return isRoot() ? node.value() : namespace;
    }

    @Override
    public int hashCode() {
        return namespace.hashCode() * 31 + node.value().hashCode();
    }

    @Override
    public int compareTo(SpaceId o) {
        int c = node.compareTo(o.node);
        return c != 0 ? c : namespace.compareTo(o.namespace);
    }

    @Override
    public String toString() {
        return isRoot() ? node.value() : node + "/" + namespace;
    }
}
