package dev.pathlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said after a Stop. */
class StoppedTest {
    @Test
    void nothingIsSaidToBeLeftBehindOnlyWhenNothingIs() {
        assertThat(told(List.of())).isEqualTo("\nStopped; nothing is left behind.\n");
    }

    @Test
    void whoHoldsWhatIsSaidAndWhatToDo() {
        assertThat(told(List.of("this/ns1 is held by process 4711 (bash)."))).isEqualTo("""

            Stopped, but not everything is gone:
              this/ns1 is held by process 4711 (bash).
            End these processes (leave the shells, or kill them): what they hold goes with them.
            """);
    }

    private static String told(List<String> left) {
        StringWriter said = new StringWriter();
        Stopped.tell(left, new PrintWriter(said, true));
        return said.toString();
    }
}
