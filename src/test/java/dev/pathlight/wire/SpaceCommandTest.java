package dev.pathlight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpaceCommandTest {
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");

    @Test
    void anOperationIsSaidWithoutItsNamespace() {
        IfName odd = new IfName("e'h0");
        assertThat(List.of(
                        SpaceCommand.of(new NetOp.SetUp(NS1, 2, new IfName("eth0"), false)),
                        SpaceCommand.of(new NetOp.AddAddress(NS1, 2, odd, Cidr.parse("10.1.1.2/24"))),
                        SpaceCommand.of(new NetOp.WriteSysctl(NS1, "ipv4.ip_forward", "0")),
                        SpaceCommand.of(new NetOp.MakeNamespace(NS1, 1))))
                .containsExactly(
                        Optional.of(List.of("ip", "link", "set", "dev", "eth0", "down")),
                        Optional.of(List.of("ip", "addr", "add", "10.1.1.2/24", "dev", "e'h0")),
                        Optional.of(List.of("sysctl", "-w", "net/ipv4/ip_forward=0")),
                        Optional.empty());
    }
}
