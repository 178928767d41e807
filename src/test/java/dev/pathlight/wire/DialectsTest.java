package dev.pathlight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {
    @ParameterizedTest
    @ValueSource(strings = {"bridge", "lan", "routes", "options", "hostile", "tunnel"})
    void theScriptBuildsWhatTheMessagesBuildAndUndoesIt(String drawing) {
        Sandboxed.assumePossible();
        List<String> ownRun = List.of("sh", "-c", "mount -t tmpfs tmpfs /run && mkdir /run/netns && exec \"$@\"", "sh");
        assertThat(Sandboxed.main(ownRun, Dialects.class, drawing)).isEqualTo(new Sandboxed.Result(0, ""));
    }
}
