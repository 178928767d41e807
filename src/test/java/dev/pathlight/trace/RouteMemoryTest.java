package dev.pathlight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A kernel whose n-th answer is "refused, errno n" tells which answer a packet was given. */
final class RouteMemoryTest {
    private final RouteMemory memory = new RouteMemory(new Routes() {
        private int asked;

        @Override
        public Answer lookup(SpaceId space, IpAddress to, Optional<IpAddress> from, int incoming) {
            return new Answer.Refused(++asked);
        }

        @Override
        public OptionalInt pathMtu(SpaceId space, IpAddress to) {
            return OptionalInt.empty();
        }
    });

    private int answerAt(long nanos) {
        Routes.Answer a = memory.lookup(
                        SpaceId.parse("this/ns1"), IpAddress.parse("10.1.1.2"), Optional.empty(), 0, nanos)
                .answer();
        return ((Routes.Answer.Refused) a).errno();
    }

    @Test
    void theKernelIsAskedOnceUntilItsTablesChange() {
        assertThat(answerAt(10)).isEqualTo(1);
        assertThat(answerAt(20)).isEqualTo(1);

        memory.forget(30);

        assertThat(answerAt(31)).isEqualTo(2);
        assertThat(answerAt(32)).isEqualTo(2);
    }

    @Test
    void aPacketSentBeforeTheChangeAndToldAfterItKeepsTheAnswerOfItsTime() {
        answerAt(10);
        memory.forget(30);
        answerAt(31);

        assertThat(answerAt(29)).isEqualTo(1);
    }

    @Test
    void aChangeThatIsToldAgainWithAnEarlierMomentBringsNoOldAnswerBack() {
        answerAt(10);
        memory.forget(30);
        answerAt(31);

        memory.forget(28);

        assertThat(answerAt(32)).isEqualTo(3);
        assertThat(answerAt(29)).isEqualTo(1);
    }
}
