package dev.pathlight.topology.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Flannel.Backend;
import dev.pathlight.topology.Flannel.Range;
import dev.pathlight.topology.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class FlannelReaderTest {
    private static final Cidr NETWORK = Cidr.parse("10.244.0.0/16");

    /** The ConfigMap of the lecture, as it stands there. */
    public static String lecture() {
        try (InputStream in = FlannelReaderTest.class.getResourceAsStream("kube-flannel.yml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static FlannelReader.Result read(String yaml) {
        return FlannelReader.read("kube-flannel.yml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    public static Flannel good(String yaml) {
        assertThat(read(yaml)).isInstanceOf(FlannelReader.Result.Good.class);
        return ((FlannelReader.Result.Good) read(yaml)).flannel();
    }

    private static List<String> leftOut(String yaml) {
        assertThat(read(yaml)).isInstanceOf(FlannelReader.Result.Good.class);
        return said(((FlannelReader.Result.Good) read(yaml)).leftOut());
    }

    private static List<String> faults(String yaml) {
        assertThat(read(yaml)).isInstanceOf(FlannelReader.Result.Bad.class);
        return said(((FlannelReader.Result.Bad) read(yaml)).faults());
    }

    private static List<String> said(List<Fault> faults) {
        return faults.stream().map(f -> f.where() + ": " + f.message()).toList();
    }

    @Test
    void theLecturesConfigMapIsReadWithNothingLeftOut() {
        Flannel.Cni cni = new Flannel.Cni(Flannel.Cni.BRIDGE, true, true, true, false, true, OptionalInt.empty());

        assertThat(good(lecture())).isEqualTo(new Flannel(Range.of(NETWORK, 24), new Backend.HostGw(), cni));
        assertThat(leftOut(lecture())).isEmpty();
    }

    @Test
    void theBackendVxlanHasFlannelsDefaultsUnlessTheFileSaysOtherwise() {
        String plain = lecture().replace("\"host-gw\"", "\"vxlan\"");
        String odd = lecture().replace("\"host-gw\"", "\"VXLAN\", \"VNI\": 4096, \"Port\": 4789");

        assertThat(good(plain).backend()).isEqualTo(new Backend.Vxlan(1, 8472));
        assertThat(good(odd).backend()).isEqualTo(new Backend.Vxlan(4096, 4789));
    }

    @Test
    void theSubnetsOfNodesAreCutAsTheFileSays() {
        String cut = lecture()
                .replace(
                        "\"10.244.0.0/16\"",
                        "\"10.244.0.0/16\", \"SubnetLen\": 26, \"SubnetMin\": \"10.244.8.0\", \"SubnetMax\":"
                                + " \"10.244.8.64\"");

        assertThat(good(cut).range())
                .isEqualTo(new Range(NETWORK, 26, IpAddress.parse("10.244.8.0"), IpAddress.parse("10.244.8.64")));
        assertThat(good(cut).range().subnets())
                .containsExactly(Cidr.parse("10.244.8.0/26"), Cidr.parse("10.244.8.64/26"));
    }

    @Test
    void whatIsNotUnderstoodIsListedWithItsPlace() {
        String more = """
                kind: DaemonSet
                metadata: {name: kube-flannel-ds}
                """
                + lecture()
                        .replace("\"hairpinMode\": true", "\"hairpinMode\": true, \"ipam\": {}")
                        .replace("\"type\": \"portmap\"", "\"type\": \"bandwidth\"")
                        .replace("\"host-gw\"", "\"host-gw\", \"MTU\": 9000");

        assertThat(leftOut(more))
                .containsExactly(
                        "kube-flannel.yml:1:1: DaemonSet is not read: only the ConfigMap with \"net-conf.json\" is",
                        "kube-flannel.yml:21:34: data[\"cni-conf.json\"].plugins[0].delegate.ipam: \"ipam\" is not"
                                + " understood and was left out",
                        "kube-flannel.yml:26:19: data[\"cni-conf.json\"].plugins[1].type: the plugin \"bandwidth\" is"
                                + " not understood and was left out",
                        "kube-flannel.yml:37:28: data[\"net-conf.json\"].Backend.MTU: \"MTU\" is not understood and was"
                                + " left out");
    }

    /** flannel's plugin has the bridge plugin masquerade where flanneld, which knows the whole network, does not. */
    @Test
    void whoMasqueradesIsReadFromHowFlanneldIsRunAndFromTheDelegate() {
        String daemons = """
            kind: DaemonSet
            spec: {template: {spec: {containers: [{command: [/opt/bin/flanneld], args: [%s--kube-subnet-mgr]}]}}}
            ---
            """;

        assertThat(masquerades(lecture())).isEqualTo("flanneld");
        assertThat(masquerades(daemons.formatted("--ip-masq, ") + lecture())).isEqualTo("flanneld");
        assertThat(masquerades(daemons.formatted("") + lecture())).isEqualTo("bridge");
        assertThat(masquerades(
                        daemons.formatted("") + lecture().replace("Mode\": true", "Mode\": true, \"ipMasq\": false")))
                .isEmpty();
        assertThat(masquerades(lecture().replace("Mode\": true", "Mode\": true, \"ipMasq\": true")))
                .isEqualTo("flanneldbridge");
        assertThat(good(lecture().replace("\"portMappings\": true", "\"portMappings\": false"))
                        .cni()
                        .portmap())
                .isFalse();
        assertThat(leftOut(daemons.formatted("") + lecture())).isEmpty();
    }

    private static String masquerades(String yaml) {
        Flannel.Cni cni = good(yaml).cni();
        return (cni.masquerade() ? "flanneld" : "") + (cni.bridgeMasquerade() ? "bridge" : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host-gw      | udp           | 35:17: data[\"net-conf.json\"].Backend.Type: the backend udp is not"
                        + " drawn: flanneld itself would carry every packet through user space",
                "host-gw      | wireguard     | 35:17: data[\"net-conf.json\"].Backend.Type: the backend wireguard is"
                        + " not drawn: what it sends is encrypted, so no packet could be followed",
                "10.244.0.0/16| 10.244.0.0/33 | 33:18: data[\"net-conf.json\"].Network: \"10.244.0.0/33\": the prefix"
                        + " length must be a number from 0 to 32",
                "10.244.0.0/16| 10.244.0.1/16 | 33:18: data[\"net-conf.json\"].Network: 10.244.0.1/16 has host bits;"
                        + " the network is 10.244.0.0/16",
            })
    void whatCannotBeDrawnIsRefusedWithItsPlace(String was, String is, String told) {
        assertThat(faults(lecture().replace(was, is))).containsExactly("kube-flannel.yml:" + told);
    }

    @Test
    void anotherFileIsRefusedInWordsThatHelp() {
        assertThat(faults("")).singleElement().asString().contains("no ConfigMap with \"net-conf.json\"");
        assertThat(faults("a: [1")).singleElement().asString().contains("this is not YAML");
        assertThat(faults(lecture().replace("\"cbr0\",", "\"cbr0\"")))
                .singleElement()
                .asString()
                .startsWith("kube-flannel.yml:14:7: this is not JSON");
    }

    @Test
    void noMutilatedFileIsMoreThanRefused() {
        String whole = lecture();
        Random random = new Random(17);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(whole);
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(9)), some(random));
            }
            assertThat(read(text.toString())).isNotNull();
        }
    }

    private static String some(Random random) {
        List<String> bits =
                List.of("", "{", "}", "\n", ": ", "- ", "|", "\t", "null", "\"", "&a", "*a", "!!x", "[", "%");
        return bits.get(random.nextInt(bits.size()));
    }
}
