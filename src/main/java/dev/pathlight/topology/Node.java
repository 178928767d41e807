package dev.pathlight.topology;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A machine with a network stack of its own.
 *
 * @param host what it is bound to ({@code ssh://user@host:port} or {@code local}); empty is emulated by a namespace
 * @param root its root namespace, named ""
 */
public record Node(Name name, Texts title, Optional<String> host, Namespace root, List<Namespace> namespaces) {
    private static final Pattern HOST = Pattern.compile(
            "local|ssh://([A-Za-z0-9._-]{1,64}@)?([A-Za-z0-9._-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(:[0-9]{1,5})?");

    public Node {
        if (!root.name().isEmpty()) {
            throw new IllegalArgumentException("a root namespace has no name");
        }
        if (!root.title().isEmpty()) {
            throw new IllegalArgumentException("a root namespace is its node: it is the node that has a title");
        }
        Malformed.refuse(host.flatMap(Node::hostProblem));
        namespaces = List.copyOf(namespaces);
    }

    /** What is wrong with {@code host} as what a node is bound to, or empty. */
    public static Optional<Sentence> hostProblem(String host) {
        return HOST.matcher(host).matches()
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "\"{0}\" is not a host: write ssh://user@host, ssh://user@host:port or local", host));
    }

    public static Node empty(Name name) {
        return new Node(name, Texts.NONE, Optional.empty(), Namespace.empty(""), List.of());
    }

    /** The root namespace, then the others in their order. */
    public Stream<Namespace> spaces() {
        return Stream.concat(Stream.of(root), namespaces.stream());
    }

    public SpaceId id(Namespace space) {
        return new SpaceId(name, space.name());
    }

    public Optional<Namespace> findNamespace(String wanted) {
        return spaces().filter(n -> n.name().equals(wanted)).findFirst();
    }

    public Node withRoot(Namespace next) {
        return new Node(name, title, host, next, namespaces);
    }

    public Node withNamespaces(List<Namespace> next) {
        return new Node(name, title, host, root, next);
    }

    public Node withName(Name next) {
        return new Node(next, title, host, root, namespaces);
    }

    public Node withHost(Optional<String> next) {
        return new Node(name, title, next, root, namespaces);
    }

    public Node withTitle(Texts next) {
        return new Node(name, next, host, root, namespaces);
    }
}
