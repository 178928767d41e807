package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pathlight.topology.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterLineTest {
    @Test
    void everyLineIsWrittenAsItWasTyped() {
        List.of(
                        "forward drop",
                        "forward accept from 10.1.1.0/24 to 10.1.2.2/32 tcp port 80 in eth0 out eth1 state"
                                + " established,related",
                        "input reject from fd00::/64 icmpv6 # no ping # here",
                        "output drop udp")
                .forEach(t -> assertThat(FilterLine.write(FilterLine.rule(t))).isEqualTo(t));
        List.of(
                        "172.17.0.0/16",
                        "fd00::/64 except docker0",
                        "10.244.0.0/16 except to 10.244.0.0/16 224.0.0.0/4",
                        "10.0.0.0/8 except to except to 10.1.0.0/16")
                .forEach(t ->
                        assertThat(FilterLine.write(FilterLine.masquerade(t))).isEqualTo(t));
        List.of(
                        "8080/tcp to 172.17.0.2:80",
                        "172.12.1.11:53/udp to 172.17.0.2:5353",
                        "[fd00::1]:80/sctp to [fd00::2]:81")
                .forEach(t ->
                        assertThat(FilterLine.write(FilterLine.published(t))).isEqualTo(t));
        assertThat(FilterLine.write(FilterLine.policy("forward drop"))).isEqualTo("forward drop");
        assertThat(FilterLine.write(FilterLine.published("8080 to 172.17.0.2:80")))
                .isEqualTo("8080/tcp to 172.17.0.2:80");
    }

    @Test
    void whatIsNoLineIsRefusedWithItsReason() {
        refuses(() -> FilterLine.rule("forward"), "it names no hook and verdict");
        refuses(() -> FilterLine.rule("forward drop from"), "nothing follows \"from\"");
        refuses(() -> FilterLine.rule("forward drop port x"), "\"x\" is not a port from 1 to 65535");
        refuses(() -> FilterLine.rule("forward drop tcp udp"), "\"udp\" is said twice");
        refuses(() -> FilterLine.rule("backward drop"), "\"backward\" is none of input, forward, output");
        refuses(
                () -> FilterLine.masquerade("10.0.0.0/8 but eth0"),
                "it is not a network, or a network except an interface or except to networks");
        refuses(() -> FilterLine.published("80"), "it is not a port and the address and port it leads to");
        refuses(() -> FilterLine.policy("forward reject"), "\"reject\" is none of accept, drop");
    }

    private static void refuses(Runnable typed, String why) {
        assertThatThrownBy(typed::run).isInstanceOf(Malformed.class).hasMessageContaining(why);
    }
}
