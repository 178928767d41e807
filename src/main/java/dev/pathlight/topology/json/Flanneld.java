package dev.pathlight.topology.json;

import java.util.Optional;
import java.util.stream.Stream;

/** How flanneld is run, as the DaemonSet of kube-flannel's manifest says. */
final class Flanneld {
    private Flanneld() {}

    /** Whether it is run with --ip-masq; empty where the document is no DaemonSet that runs it. */
    static Optional<Boolean> masquerades(Json document) {
        boolean runs = document instanceof Json.Obj o
                && o.members().get("kind") instanceof Json.Text(Positions.Place place, String kind)
                && kind.equals("DaemonSet")
                && texts(document).anyMatch(t -> t.endsWith("/flanneld"));
        return runs ? Optional.of(texts(document).anyMatch(t -> t.matches("--?ip-masq(=true)?"))) : Optional.empty();
    }

    private static Stream<String> texts(Json json) {
        return switch (json) {
            case Json.Obj o -> o.members().values().stream().flatMap(Flanneld::texts);
            case Json.Arr a -> a.items().stream().flatMap(Flanneld::texts);
            case Json.Text t -> Stream.of(t.value());
            case Json.Num n -> Stream.of();
            case Json.Bool b -> Stream.of();
            case Json.Null n -> Stream.of();
        };
    }
}
