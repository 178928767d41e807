package dev.pathlight.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Linux and {@link IfName} agree on what an interface may be called. */
class IfNameKernelTest {
    private static final List<String> NAMES = List.of(
            "a",
            "br-veth0",
            "flannel.1",
            "a@b",
            "\"q\"",
            "$(id)",
            "-x",
            "é",
            "网桥",
            "à",
            "a/b",
            "a:b",
            "a b",
            "a\tb",
            ".",
            "..",
            "...",
            "123456789012345",
            "1234567890123456",
            "éééééééa",
            "éééééééé",
            "a%b",
            "x\u007f",
            "a;b",
            "#1");

    @Test
    void whatLinuxTakesIsAnInterfaceNameAndNothingElse() throws Exception {
        assumeTrue(inNamespace("true"), "this machine refuses unprivileged user namespaces: no kernel to ask");
        Map<String, Boolean> kernel = new TreeMap<>();
        Map<String, Boolean> ours = new TreeMap<>();
        for (String name : NAMES) {
            kernel.put(
                    name,
                    inNamespace("sh", "-c", "exec ip link add name \"$(printf \"$0\")\" type bridge", octal(name)));
            ours.put(name, IfName.problem(name).isEmpty());
        }

        // Linux takes DEL, but a terminal does not show it: refusing more than Linux does is safe.
        kernel.put("x\u007f", false);
        assertThat(ours).isEqualTo(kernel);
    }

    /** The bytes as printf's escapes: whatever the locale, the kernel sees exactly these. */
    private static String octal(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            out.append("\\%03o".formatted(b & 0xff));
        }
        return out.toString();
    }

    /** In a network namespace of its own, which is gone when the command ends. */
    private static boolean inNamespace(String... command) throws IOException, InterruptedException {
        List<String> all = new java.util.ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--net"));
        all.addAll(List.of(command));
        Process p = new ProcessBuilder(all).redirectErrorStream(true).start();
        byte[] said = p.getInputStream().readAllBytes();
        assertThat(p.waitFor(10, TimeUnit.SECONDS))
                .as(new String(said, StandardCharsets.UTF_8))
                .isTrue();
        return p.exitValue() == 0;
    }
}
