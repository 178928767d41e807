package dev.pathlight.check;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Sentence;
import java.util.List;
import java.util.Optional;

/** Puts sysctls right, and adds the one that forwards. */
final class SysctlMends {
    private static final String NET = "net.";

    private SysctlMends() {}

    static List<Mend> of(Place at) {
        if (at.finding().rule().equals("nat-without-forwarding")) {
            return at.mend(
                    Sentence.of("Let it forward"), new Edit.SetSysctl(at.space(), "ipv4.ip_forward", Optional.of("1")));
        }
        String list = FieldPath.parent(at.finding().field());
        String key = at.stack().sysctls().keySet().stream()
                .filter(k -> FieldPath.member(list, k).equals(at.finding().field()))
                .findFirst()
                .orElseThrow();
        Edit without = new Edit.SetSysctl(at.space(), key, Optional.empty());
        if (at.finding().rule().equals("bad-sysctl") && key.startsWith(NET)) {
            String shorter = key.substring(NET.length());
            Optional<String> value = Optional.ofNullable(at.stack().sysctls().get(key));
            return at.mend(
                    Sentence.of("Write {0}", shorter),
                    new Edit.All(List.of(without, new Edit.SetSysctl(at.space(), shorter, value))));
        }
        return at.mend(Sentence.of("Take it out"), without);
    }
}
