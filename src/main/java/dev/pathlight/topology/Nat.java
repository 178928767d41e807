package dev.pathlight.topology;

import java.util.List;
import java.util.Optional;

/** Address translation done in a namespace. */
public record Nat(List<Masquerade> masquerades, List<PortMapping> portMappings) {
    public static final Nat NONE = new Nat(List.of(), List.of());

    public Nat {
        masquerades = List.copyOf(masquerades);
        portMappings = List.copyOf(portMappings);
    }

    public boolean isEmpty() {
        return masquerades.isEmpty() && portMappings.isEmpty();
    }

    /**
     * What comes from {@code source}, leaves by any interface but {@code exceptOut} and goes to none of the networks
     * {@code exceptTo} takes the leaving interface's address.
     */
    public record Masquerade(Cidr source, Optional<IfName> exceptOut, List<Cidr> exceptTo) {
        public Masquerade {
            exceptTo = List.copyOf(exceptTo);
        }

        public Masquerade withExceptOut(Optional<IfName> device) {
            return new Masquerade(source, device, exceptTo);
        }
    }

    /**
     * A published port: {@code hostAddress:hostPort} leads to {@code to:toPort}; protocol tcp, udp or sctp; ports
     * 1..65535.
     */
    public record PortMapping(
            String protocol, Optional<IpAddress> hostAddress, int hostPort, IpAddress to, int toPort) {
        public static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");

        public PortMapping {
            Bounds.oneOf("protocol", protocol, PROTOCOLS);
            Bounds.within("host port", hostPort, 1, Bounds.PORT);
            Bounds.within("port", toPort, 1, Bounds.PORT);
        }
    }
}
