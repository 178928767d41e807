package dev.pathlight.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FieldPathTest {
    @Test
    void eachPathHasTheOneAroundItAsItsParent() {
        String sysctls = FieldPath.member(FieldPath.item("nodes", 3), "sysctls");
        String odd = FieldPath.member(sysctls, "ipv4.conf[\"x\"].y");

        assertThat(Stream.iterate(odd, p -> !p.isEmpty(), FieldPath::parent))
                .isEqualTo(List.of(odd, "nodes[3].sysctls", "nodes[3]", "nodes"));
        assertThat(odd).isEqualTo("nodes[3].sysctls[\"ipv4.conf[\\\"x\\\"].y\"]");
    }
}
