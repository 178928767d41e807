package dev.pathlight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.PortId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ChatterTest {
    private static final String FE80 = "fe800000000000000000000000000001";
    private static final String NOBODY = "0".repeat(32);
    private static final String ALL = "ff020000000000000000000000000001";

    private static boolean is(String to, String from, int type) {
        String frame = to + "020000000001" + "86dd" + "6000000000203aff" + from + ALL + "%02x".formatted(type)
                + "0".repeat(62);
        byte[] bytes = HexFormat.of().parseHex(frame);
        Frame f = new Frame(bytes);
        Hop hop = new Hop(
                PortId.parse("this/ns1/v"),
                Direction.OUT,
                0,
                f.source(),
                f.destination(),
                OptionalInt.of(255),
                List.of(),
                -1,
                bytes);
        return Chatter.is(new Journey(
                1, "", PacketText.protocol(f), 0, Journey.Outcome.FLOODED, true, List.of(hop), Optional.empty()));
    }

    @Test
    void reportsRoutersAndAddressChecksAreChatter() {
        for (int type : new int[] {130, 131, 132, 133, 134, 143}) {
            assertThat(is("333300000016", FE80, type)).as("type %d", type).isTrue();
        }
        assertThat(is("3333ff000001", NOBODY, 135)).isTrue();
        assertThat(is("333300000001", FE80, 136)).isTrue();
    }

    @Test
    void whatAPingCausesIsNot() {
        assertThat(is("3333ff000001", FE80, 135))
                .as("a question for a neighbour")
                .isFalse();
        assertThat(is("020000000002", FE80, 136)).as("its answer").isFalse();
        for (int type : new int[] {1, 2, 3, 128, 129}) {
            assertThat(is("020000000002", FE80, type)).as("type %d", type).isFalse();
        }
    }
}
