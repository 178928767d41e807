package dev.pathlight.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pathlight.topology.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    private static final String LETTERS = "ab-/.1 '\"\\\t\n$;";

    @Test
    void eachLineIsACommandAndBlanksPartItsWords() {
        assertThat(CommandText.read(" ip  route del default\n\nnft 'add table ip x' \"it's\"\n"))
                .containsExactly(List.of("ip", "route", "del", "default"), List.of("nft", "add table ip x", "it's"));
    }

    @Test
    void whatIsWrittenIsReadBackEqual() {
        Random random = new Random(4);
        for (int i = 0; i < 1_000; i++) {
            List<List<String>> commands = new ArrayList<>();
            for (int c = 0; c <= random.nextInt(3); c++) {
                List<String> words = new ArrayList<>();
                for (int w = 0; w <= random.nextInt(4); w++) {
                    words.add(word(random));
                }
                commands.add(words);
            }
            String text = CommandText.write(commands);
            assertThat(CommandText.read(text)).as(text).isEqualTo(commands);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= random.nextInt(6); i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    @Test
    void aQuoteThatIsNotClosedAndNoCommandAtAllAreRefusedWithTheReason() {
        assertThatThrownBy(() -> CommandText.read("ip 'link"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("begins with ' and does not end with it");
        assertThatThrownBy(() -> CommandText.read(" \n"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("there is no command");
    }
}
