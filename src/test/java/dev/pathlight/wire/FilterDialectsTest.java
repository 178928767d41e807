package dev.pathlight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilterDialectsTest {
    @Test
    void nftListsTheSameForTheScriptAndTheMessagesAndOurWordsForRulesAreItsOwn() {
        Sandboxed.assumePossible();
        List<String> ownRun = List.of("sh", "-c", "mount -t tmpfs tmpfs /run && mkdir /run/netns && exec \"$@\"", "sh");
        assertThat(Sandboxed.main(ownRun, FilterDialects.class)).isEqualTo(new Sandboxed.Result(0, ""));
    }
}
