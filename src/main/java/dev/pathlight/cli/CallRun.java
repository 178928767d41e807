package dev.pathlight.cli;

import dev.pathlight.machine.CallReply;
import dev.pathlight.machine.CallRequest;
import dev.pathlight.machine.CallRequest.Protocol;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.session.Session;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.trace.Chatter;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Real traffic to a port, sent a number of times, and what came of it. */
record CallRun(Places.Spot from, CallRequest request, List<CallReply> replies, List<Journey> journeys)
        implements Traffic {
    private static final int TIMEOUT_MILLIS = 3000;
    private static final int LAST_PORT = 65_535;

    /** A word as {@code web:80}, {@code 10.1.1.2:80} or {@code [fd00::2]:80}. */
    record Target(String place, int port) {
        static Target parse(String word) throws Refusal {
            int colon = word.lastIndexOf(':');
            String port = word.substring(colon + 1);
            int number = port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
            if (colon < 1 || number < 1 || number > LAST_PORT) {
                throw new Refusal(
                        Exit.WRONG,
                        "\"" + word + "\" names no port.",
                        "Traffic goes to a port from 1 to 65535, behind a colon.",
                        "Write for instance web:80, 10.1.1.2:80 or [fd00::2]:80.");
            }
            String place = word.substring(0, colon);
            boolean brackets = place.startsWith("[") && place.endsWith("]");
            return new Target(brackets ? place.substring(1, place.length() - 1) : place, number);
        }
    }

    static CallRun send(Session session, Protocol protocol, String fromWord, String toWord, int count) throws Refusal {
        Places.Spot from = new Places(session.drawing().topology()).spot(fromWord);
        Target target = Target.parse(toWord);
        IpAddress to = PingRun.target(session, from, target.place());
        CallRequest request = new CallRequest(protocol, to, target.port(), TIMEOUT_MILLIS);
        long before = session.journeys().stream().mapToLong(Journey::id).max().orElse(0);
        List<CallReply> replies = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                replies.add(session.call(from.space(), from.container(), request));
            }
        } catch (MachineLost e) {
            throw Refusal.machineLost(e);
        }
        List<Journey> own = session.journeys().stream()
                .filter(j -> j.id() > before && !Chatter.is(j))
                .sorted(Comparator.comparingLong(Journey::startNanos).thenComparingLong(Journey::id))
                .toList();
        return new CallRun(from, request, List.copyOf(replies), own);
    }

    @Override
    public boolean allAnswered() {
        return replies.stream().allMatch(CallReply.Answered.class::isInstance);
    }

    @Override
    public List<String> told() {
        String what = "%s calls %s port %d by %s: "
                .formatted(
                        from,
                        request.to(),
                        request.port(),
                        request.protocol().name().toUpperCase(Locale.ROOT));
        return replies.stream().map(r -> what + text(r)).toList();
    }

    private static String text(CallReply reply) {
        return switch (reply) {
            case CallReply.Answered(long nanos, String words) ->
                "answered in %.3f ms: %s"
                        .formatted(nanos / 1e6, words.lines().findFirst().orElse(""));
            case CallReply.Silence() -> "no answer";
            case CallReply.Refused(String why) -> "refused: " + why;
        };
    }
}
