package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.0/24 via 10.1.1.1",
                "default via 10.1.1.1",
                "default via fd00::1 dev veth0",
                "10.1.2.0/24 dev veth0 src 10.1.1.2 metric 10 table 100",
                "blackhole 10.1.2.0/24",
                "unreachable default metric 4096",
                "prohibit fd00:2::/64"
            })
    void whatIsReadIsWrittenAsItWasTyped(String line) {
        assertThat(RouteLine.write(RouteLine.parse(line))).isEqualTo(line);
    }

    @Test
    void defaultIsOfTheGatewaysFamily() {
        assertThat(RouteLine.parse("default via fd00::1"))
                .isEqualTo(Route.via(Cidr.parse("::/0"), IpAddress.parse("fd00::1")));
    }

    @Test
    void theIpv6DefaultWithoutAGatewayIsNotMistakenForTheIpv4One() {
        assertThat(RouteLine.write(RouteLine.parse("::/0 dev veth0"))).isEqualTo("::/0 dev veth0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "blackhole",
                "10.1.2.0/24 via",
                "10.1.2.0/24 through 10.1.1.1",
                "10.1.2.0/24 via 10.1.1.1 via 10.1.1.2",
                "10.1.2.1/24 via 10.1.1.1",
                "10.1.2.0/24 metric -1",
                "10.1.2.0/24 metric 99999999999"
            })
    void whatIsNoRouteIsRefusedWithAReason(String line) {
        assertThatThrownBy(() -> RouteLine.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
    }
}
