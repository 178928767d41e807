package dev.pathlight.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowWordsTest {
    @ParameterizedTest
    @CsvSource({
        "06:b5:78:d9:7b:75 dev br-veth1, dev br-veth1",
        "10.1.1.0/24 dev veth0 scope link src 10.1.1.2, 10.1.1.0/24 dev veth0 scope link src 10.1.1.2",
        "10.1.1.3 dev veth0 lladdr 06:b5:78:d9:7b:75 REACHABLE, 10.1.1.3 dev veth0",
        "default via fe80::1 dev enp0s31f6, dev enp0s31f6",
        "06:b5:78:d9:7b:75, ''"
    })
    void ofARowThereRemainsWhatTheNextRunShowsAgain(String row, String lasting) {
        assertThat(RowWords.lasting(row)).isEqualTo(lasting);
    }
}
