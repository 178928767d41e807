package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingBoxTest {
    @Test
    void aSentenceBeginsLargeButANameIsWrittenAsItIs() {
        assertThat(FindingBox.sentence("the MTU of this/ns1/veth0 is 40")).isEqualTo("The MTU of this/ns1/veth0 is 40");
        assertThat(FindingBox.sentence("node1/ns2/veth1 has no cable")).isEqualTo("node1/ns2/veth1 has no cable");
        assertThat(FindingBox.sentence("this has 10.1.1.2 twice")).isEqualTo("this has 10.1.1.2 twice");
    }
}
