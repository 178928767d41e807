package dev.pathlight.cli;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Spelling;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds what a word on the command line means on a drawing: {@code this/ns1}, {@code ns1} where that is unique, {@code this}; of
 * containers {@code this/pod/web}, {@code pod/web} and, where nothing else is called so, {@code web}.
 */
final class Places {
    private final List<Spot> spots;

    /** A namespace, or a container in it. */
    record Spot(SpaceId space, Optional<Name> container) {
        static Spot of(SpaceId space) {
            return new Spot(space, Optional.empty());
        }

        /** Reads what {@link #toString} gave for a container. */
        static Spot container(String path) {
            int slash = path.lastIndexOf('/');
            return new Spot(SpaceId.parse(path.substring(0, slash)), Optional.of(new Name(path.substring(slash + 1))));
        }

        @Override
        public String toString() {
            return space + container.map(c -> "/" + c).orElse("");
        }

        String shortName() {
            return space.shortName() + container.map(c -> "/" + c).orElse("");
        }

        /** In the same namespace, but another container of it. */
        boolean isBeside(Spot other) {
            return space.equals(other.space) && container.isPresent() && other.container.isPresent();
        }
    }

    Places(Topology topology) {
        this(Stream.concat(
                        topology.spaces().map(Spot::of),
                        topology.spaces()
                                .flatMap(s -> topology.find(s).stream()
                                        .flatMap(n -> n.containers().stream())
                                        .map(c -> new Spot(s, Optional.of(c.name())))))
                .toList());
    }

    Places(List<Spot> spots) {
        this.spots = List.copyOf(spots);
    }

    List<Spot> containers() {
        return spots.stream().filter(s -> s.container().isPresent()).toList();
    }

    SpaceId find(String word) throws Refusal {
        return spot(word).space();
    }

    Spot spot(String word) throws Refusal {
        List<Spot> found = called(word, Spot::toString);
        if (found.isEmpty()) {
            found = called(word, Spot::shortName);
        }
        if (found.isEmpty()) {
            found = called(word, s -> s.container().map(Name::value).orElse(""));
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw unknown(word);
        }
        throw new Refusal(
                Exit.WRONG,
                "\"" + word + "\" could be more than one place.",
                "Several have that name: " + list(found) + ".",
                "Write one of these paths.");
    }

    private List<Spot> called(String word, Function<Spot, String> name) {
        return spots.stream().filter(s -> name.apply(s).equals(word)).toList();
    }

    static boolean isAddress(String word) {
        return IpAddress.problem(word).isEmpty();
    }

    private Refusal unknown(String word) {
        List<String> names = spots.stream()
                .flatMap(s -> Stream.of(s.toString(), s.shortName()))
                .distinct()
                .toList();
        return new Refusal(
                Exit.WRONG,
                "\"" + word + "\" is no namespace, container or node of this drawing.",
                "The drawing has " + list(spots) + ".",
                Spelling.didYouMean(
                                word,
                                names,
                                Sentence.of("Write one of these, or only the last name where it is unique."))
                        .toString());
    }

    private static String list(List<Spot> spots) {
        List<String> shown = spots.stream().limit(8).map(Spot::toString).toList();
        return String.join(", ", shown) + (spots.size() > shown.size() ? ", …" : "");
    }
}
