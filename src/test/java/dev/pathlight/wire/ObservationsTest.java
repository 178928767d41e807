package dev.pathlight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ObservationsTest {
    @BeforeAll
    static void namespacesAreAllowed() {
        Sandboxed.assumePossible();
    }

    @Test
    void linksAreUpAndSendNothingUntilTheyAreConfigured() {
        assertThat(observed("silence")).isEqualTo("before: 0\nafter: some\n");
    }

    @Test
    void portsAreNumberedInTheOrderDrawnEvenWhereTwoBridgesContradictEachOther() {
        assertThat(observed("ports")).isEqualTo("{l1=1, l2=2, l3=3, r1=2, r2=1}\n");
    }

    @Test
    void drawnIpv6AddressesAreUsableAtOnce() {
        assertThat(observed("addresses")).isEqualTo("[10.244.1.2/24, fd00:1::2/64]\n");
    }

    @Test
    void manyLinksMakeNoAddressesOfTheirOwn() {
        assertThat(observed("many")).isEqualTo("102 namespaces, 0 link-local addresses\n");
    }

    private static String observed(String what) {
        return Sandboxed.main(Observations.class, what).output();
    }
}
