package dev.pathlight.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Frames survive the way there, and no bytes whatever do harm. */
final class FrameCodecTest {
    private static final long SEED = Long.getLong("pathlight.seed", 20_26);
    private static final int VALUES = 2_000;
    private static final int MUTANTS = Integer.getInteger("pathlight.mutants", 200_000);

    private final Random random = new Random(SEED);

    private byte[] bytes() {
        byte[] b = new byte[random.nextInt(40)];
        random.nextBytes(b);
        return b;
    }

    private String text() {
        return List.of("", "ns1", "net.ipv4.ip_forward", "ü", "\uD83D\uDE00", "$(reboot)")
                .get(random.nextInt(6));
    }

    private <T> List<T> some(Supplier<T> one) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(one.get());
        }
        return list;
    }

    private Command command() {
        int i = random.nextInt();
        return switch (random.nextInt(13)) {
            case 0 -> new Command.MakeSpaces(some(() -> new Command.NewSpace(i, text(), some(this::sysctl))));
            case 1 ->
                new Command.Work(some(
                        () -> random.nextBoolean() ? new Command.Tell(i, bytes()) : new Command.Write(i, sysctl())));
            case 2 -> new Command.Ask(i, bytes());
            case 3 -> new Command.DropSpaces(some(random::nextInt));
            case 4 -> new Command.Watch();
            case 5 -> new Command.Capture(some(() -> new Command.Tap(i, random.nextInt(), text())));
            case 6 -> new Command.CountDrops();
            case 7 -> new Command.Ping(i, bytes(), i, i, i, i);
            case 8 ->
                new Command.StartContainers(some(() ->
                        new Command.NewContainer(i, text(), some(this::text), some(this::text), some(this::text))));
            case 9 -> new Command.StopContainer(i, text());
            case 11 -> new Command.AskSockets(i, some(this::bytes));
            case 10 -> new Command.Call(i, text(), i > 0, bytes(), i, bytes(), i % 2 == 0, i);
            default -> new Command.Exec(i, text(), some(this::text), random.nextLong());
        };
    }

    private Command.Sysctl sysctl() {
        return new Command.Sysctl(text(), text());
    }

    private Event event() {
        int i = random.nextInt();
        return switch (random.nextInt(19)) {
            case 0 -> new Event.Hello(i, i);
            case 1 -> new Event.Ok();
            case 2 -> new Event.Failed(text(), i);
            case 3 -> new Event.Made(some(() -> new Event.Fault(i, random.nextInt(), i)));
            case 4 -> new Event.Worked(i, some(() -> new Event.Refusal(i, random.nextInt(), bytes())));
            case 5 -> new Event.Answer(some(this::bytes));
            case 6 -> new Event.Dropped(random.nextBoolean());
            case 7 -> new Event.Noticed(some(() -> new Event.Notice(i, random.nextLong(), bytes())));
            case 8 -> new Event.Overrun();
            case 9 -> new Event.Captured(some(() -> new Event.Shut(i, text())));
            case 10 ->
                new Event.Frames(some(
                        () -> new Event.Frame(i, random.nextBoolean(), random.nextLong(), random.nextInt(), bytes())));
            case 11 -> new Event.Drops(random.nextLong());
            case 12 -> new Event.Pinged(Event.Outcome.values()[random.nextInt(4)], i, i, i, i, bytes());
            case 13 -> new Event.Lapsed(i, text());
            case 14 -> new Event.Started(some(random::nextInt));
            case 15 -> new Event.Ended(i, text(), i, text());
            case 17 ->
                new Event.Sockets(
                        some(() -> new Event.Dump(some(this::bytes))),
                        some(() -> new Event.Holding(i, i, text(), text())));
            case 16 -> new Event.Called(Event.Outcome.values()[random.nextInt(4)], i, text(), bytes());
            default -> new Event.Exited(i, bytes(), bytes());
        };
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws BadFrame {
        for (int i = 1; i <= VALUES; i++) {
            byte[] command = CommandCodec.encode(i, command());
            byte[] event = EventCodec.encode(i, event());
            CommandCodec.Numbered c = CommandCodec.decode(command);
            EventCodec.Numbered e = EventCodec.decode(event);
            // Arrays in records are compared by what they hold through the bytes they become.
            assertThat(CommandCodec.encode(c.id(), c.command()))
                    .as("seed %d", SEED)
                    .isEqualTo(command);
            assertThat(EventCodec.encode(e.id(), e.event())).as("seed %d", SEED).isEqualTo(event);
            assertThat(List.of(c.id(), e.id())).isEqualTo(List.of(i, i));
        }
    }

    @Test
    void everyFieldArrives() throws BadFrame {
        Command.Exec exec = new Command.Exec(3, "", List.of("ip", "addr"), 99);
        Event.Hello hello = new Event.Hello(1, 65_536);
        assertThat(CommandCodec.decode(CommandCodec.encode(7, exec))).isEqualTo(new CommandCodec.Numbered(7, exec));
        assertThat(EventCodec.decode(EventCodec.encode(0, hello))).isEqualTo(new EventCodec.Numbered(0, hello));
    }

    @Test
    void mutatedFramesAreRefusedOrReadButNeverThrowAnythingElse() {
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            boolean commands = random.nextBoolean();
            byte[] frame = mutated(commands ? CommandCodec.encode(i, command()) : EventCodec.encode(i, event()));
            try {
                Object read = commands ? CommandCodec.decode(frame) : EventCodec.decode(frame);
                assertThat(read).isNotNull();
            } catch (BadFrame e) {
                refused++;
            } catch (RuntimeException | OutOfMemoryError e) {
                fail("seed " + SEED + ", mutant " + i + ": " + Arrays.toString(frame), e);
            }
        }
        assertThat(refused).isBetween(MUTANTS / 10, MUTANTS - 1);
    }

    private byte[] mutated(byte[] frame) {
        byte[] b = Arrays.copyOf(frame, Math.max(0, frame.length + random.nextInt(9) - 4));
        for (int n = random.nextInt(4); n > 0 && b.length > 0; n--) {
            b[random.nextInt(b.length)] = (byte) random.nextInt();
        }
        return b;
    }
}
