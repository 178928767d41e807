package dev.pathlight.check;

import dev.pathlight.topology.DeviceSysctl;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules about sysctls: a name becomes a path below /proc/sys/net, and must not lead out of it. */
final class SysctlRules {
    static final List<Rule> ALL = List.of(SysctlRules::names, SysctlRules::values, SysctlRules::devices);

    /**
     * Two or more parts between single dots; no slash, no backslash, no blank, nothing that a shell or a path reads.
     */
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]+(\\.[\\p{L}\\p{N}_@+=,~#^-]+)+");

    private static final int LONGEST = 200;
    private static final List<String> TREES =
            List.of("ipv4", "ipv6", "core", "bridge", "netfilter", "mpls", "unix", "vsock", "sctp", "smc", "mptcp");

    private SysctlRules() {}

    private static void names(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            s.namespace().sysctls().keySet().forEach(key -> name(s, key, out));
        }
    }

    private static void name(Drawn.Space s, String key, Findings out) {
        String tree = key.replaceFirst("\\..*$", "");
        if (key.startsWith("net.") || key.startsWith("net/")) {
            String short4 = key.substring("net.".length()).replace('/', '.');
            bad(
                    s,
                    key,
                    Sentence.of("\"{0}\" begins with \"net.\", which goes without saying", key),
                    Sentence.of("Write \"{0}\".", short4),
                    out);
        } else if (key.length() > LONGEST || !SHAPE.matcher(key).matches()) {
            bad(
                    s,
                    key,
                    Sentence.of("\"{0}\" is not the name of a network sysctl", key),
                    Sentence.of(
                            "Write the parts below /proc/sys/net with single dots between them, as ipv4.ip_forward."),
                    out);
        } else if (!TREES.contains(tree)) {
            bad(
                    s,
                    key,
                    Sentence.of("\"{0}\" is in none of the trees of /proc/sys/net", key),
                    Spelling.didYouMean(tree, TREES, Sentence.of("Known: {0}.", Sentence.list(TREES))),
                    out);
        }
    }

    private static void bad(Drawn.Space s, String key, Sentence why, Sentence hint, Findings out) {
        out.error("bad-sysctl", s.id(), field(s, key), why, hint);
    }

    private static String field(Drawn.Space s, String key) {
        return FieldPath.member(FieldPath.member(s.field(), "sysctls"), key);
    }

    private static void values(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            s.namespace().sysctls().forEach((key, value) -> {
                if (value.isEmpty() || value.length() > LONGEST || value.chars().anyMatch(c -> c != '\t' && c < ' ')) {
                    out.error(
                            "bad-sysctl-value",
                            s.id(),
                            field(s, key),
                            Sentence.of("the value of {0} is empty, too long or not one line", key),
                            Sentence.of("Write what sysctl -w would take, as 1."));
                }
            });
        }
    }

    private static void devices(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            for (String key : s.namespace().sysctls().keySet()) {
                Optional<String> device = DeviceSysctl.device(key).map(d -> d.value());
                device.filter(d -> !isKnown(drawn, s, d))
                        .ifPresent(d -> out.error(
                                "sysctl-device-unknown",
                                s.id(),
                                field(s, key),
                                Sentence.of(
                                        "{0} is about {1}, which is not a device of {2}", key, d, s.id().shortName()),
                                Spelling.didYouMean(
                                        d,
                                        s.ports().stream()
                                                .map(p -> p.id().name().value())
                                                .toList(),
                                        Sentence.of("Name one of its interfaces, all or default."))));
            }
        }
    }

    private static boolean isKnown(Drawn drawn, Drawn.Space s, String device) {
        return device.equals("lo") || s.find(device).filter(drawn::isMade).isPresent();
    }
}
