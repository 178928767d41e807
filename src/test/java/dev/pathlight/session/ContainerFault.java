package dev.pathlight.session;

import java.util.stream.Stream;

/** The mistakes of container mode, found by a page that one container asks for. */
final class ContainerFault {
    private static final String PAGE = "http client 127.0.0.1:80";

    private ContainerFault() {}

    static Stream<Fault> all() {
        return Stream.of(
                Fault.of(
                        "container-mode",
                        "container-mode-wrong-port",
                        PAGE,
                        "no-listener at this/pod/lo",
                        "Nobody in pod listens on TCP port 80, so its kernel answered with a reset.",
                        "pod: sh -c kill $(ss -Hltnp | sed -n 's/.*:80 .*pid=\\([0-9]*\\).*/\\1/p')"),
                Fault.of(
                        "container-mode",
                        "container-mode-firewall-drop",
                        PAGE,
                        "filtered at this/pod/lo",
                        "The firewall of pod dropped it by a rule of inet pathlight input: tcp dport 80 counter drop.",
                        "pod: nft add table inet pathlight",
                        "pod: nft add chain inet pathlight input { type filter hook input priority 0 ; }",
                        "pod: nft add rule inet pathlight input tcp dport 80 counter drop"),
                Fault.of(
                        "container-mode",
                        "",
                        PAGE,
                        "link-down at this/pod/lo",
                        "pod lo is down, and 127.0.0.1 is reached by no other interface, so nothing was sent.",
                        "pod: ip link set lo down"),
                Fault.of(
                        "container-mode-port-taken",
                        "",
                        PAGE,
                        "port-taken at this/pod/api",
                        "web listens on TCP port 80 already, and containers of one namespace share its ports: the"
                                + " kernel refused it to api (EADDRINUSE)."));
    }
}
