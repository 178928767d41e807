package dev.pathlight.cli;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Spelling;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a word on the command line means on a drawing: {@code this/ns1}, {@code ns1} where that is unique, {@code this}. */
final class Places {
    private final List<SpaceId> spaces;

    Places(Topology topology) {
        this(topology.spaces().toList());
    }

    Places(List<SpaceId> spaces) {
        this.spaces = List.copyOf(spaces);
    }

    SpaceId find(String word) throws Refusal {
        List<SpaceId> named =
                spaces.stream().filter(s -> s.toString().equals(word)).toList();
        List<SpaceId> found = named.isEmpty()
                ? spaces.stream().filter(s -> s.shortName().equals(word)).toList()
                : named;
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw unknown(word);
        }
        throw new Refusal(
                Exit.WRONG,
                "\"" + word + "\" could be more than one namespace.",
                "Several nodes have one of that name: " + list(found) + ".",
                "Write one of these paths.");
    }

    static boolean isAddress(String word) {
        return IpAddress.problem(word).isEmpty();
    }

    private Refusal unknown(String word) {
        List<String> names = spaces.stream()
                .flatMap(s -> Stream.of(s.toString(), s.shortName()))
                .distinct()
                .toList();
        return new Refusal(
                Exit.WRONG,
                "\"" + word + "\" is no namespace or node of this drawing.",
                "The drawing has " + list(spaces) + ".",
                Spelling.didYouMean(
                                word,
                                names,
                                Sentence.of("Write one of these, or only the namespace's name where it is unique."))
                        .toString());
    }

    private static String list(List<SpaceId> spaces) {
        List<String> shown = spaces.stream().limit(8).map(SpaceId::toString).toList();
        return String.join(", ", shown) + (spaces.size() > shown.size() ? ", …" : "");
    }
}
