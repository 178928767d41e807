package dev.pathlight.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which names namespaces have for {@code ip netns}. */
final class EngineSpacesTest {
    private static List<String> names(String... paths) {
        EngineSpaces spaces = new EngineSpaces();
        List<SpaceId> ids = Stream.of(paths).map(SpaceId::parse).toList();
        spaces.name(ids);
        return ids.stream().map(spaces::name).toList();
    }

    @Test
    void namespacesAreNamedAsALectureSaysThem() {
        assertThat(names("this", "this/ns1", "this/ns2")).isEqualTo(List.of("this", "ns1", "ns2"));
    }

    @Test
    void namesThatTwoNodesHaveAreToldApart() {
        assertThat(names("a", "b", "a/pod", "b/pod", "a/other"))
                .isEqualTo(List.of("a", "b", "a-pod", "b-pod", "other"));
    }

    @Test
    void whatIsMadeLaterTakesNoNameThatIsGiven() {
        EngineSpaces spaces = new EngineSpaces();
        SpaceId first = SpaceId.parse("a/pod");
        SpaceId second = SpaceId.parse("b/pod");
        spaces.name(List.of(first));
        spaces.name(List.of(second));
        assertThat(List.of(spaces.name(first), spaces.name(second))).isEqualTo(List.of("pod", "b-pod"));
    }

    @Test
    void aNamespaceNamedLikeANodeYields() {
        assertThat(names("pod", "pod/pod")).isEqualTo(List.of("pod", "pod-pod"));
    }
}
