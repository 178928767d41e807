package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Command.NewSpace;
import dev.pathlight.machine.engine.Command.Sysctl;
import dev.pathlight.machine.engine.Command.Tap;
import dev.pathlight.machine.engine.Command.Task;

/** Commands as frames: a tag byte, the command's id (32 bits), its fields. */
public final class CommandCodec {
    private CommandCodec() {}

    /** A command with the number its answer will carry, above 0. */
    public record Numbered(int id, Command command) {}

    public static byte[] encode(int id, Command command) {
        FrameWriter w = new FrameWriter();
        switch (command) {
            case Command.MakeSpaces c -> w.u8(1).i32(id).list(c.spaces(), CommandCodec::newSpace);
            case Command.Work c -> w.u8(2).i32(id).list(c.tasks(), CommandCodec::task);
            case Command.Ask c -> w.u8(3).i32(id).i32(c.space()).blob(c.message());
            case Command.DropSpaces c -> w.u8(4).i32(id).list(c.spaces(), FrameWriter::i32);
            case Command.Watch c -> w.u8(5).i32(id);
            case Command.Capture c -> w.u8(6).i32(id).list(c.taps(), CommandCodec::tap);
            case Command.CountDrops c -> w.u8(7).i32(id);
            case Command.Ping c ->
                w.u8(8)
                        .i32(id)
                        .i32(c.space())
                        .blob(c.to())
                        .i32(c.identifier())
                        .i32(c.sequence())
                        .i32(c.payloadBytes())
                        .i32(c.timeoutMillis());
            case Command.Exec c ->
                w.u8(9)
                        .i32(id)
                        .i32(c.space())
                        .text(c.container())
                        .list(c.command(), FrameWriter::text)
                        .i64(c.timeoutMillis());
            case Command.StartContainers c -> w.u8(20).i32(id).list(c.containers(), CommandCodec::newContainer);
            case Command.Call c ->
                w.u8(24)
                        .i32(id)
                        .i32(c.space())
                        .text(c.container())
                        .u8(c.datagram() ? 1 : 0)
                        .blob(c.to())
                        .i32(c.port())
                        .blob(c.request())
                        .u8(c.toEnd() ? 1 : 0)
                        .i32(c.timeoutMillis());
            case Command.AskSockets c -> w.u8(25).i32(id).i32(c.space()).list(c.questions(), FrameWriter::blob);
            case Command.StopContainer c -> w.u8(21).i32(id).i32(c.space()).text(c.name());
            case Command.AskFilter c -> w.u8(22).i32(id).i32(c.space()).blob(c.message());
        }
        return w.toBytes();
    }

    public static Numbered decode(byte[] frame) throws BadFrame {
        FrameReader r = new FrameReader(frame);
        int tag = r.u8();
        int id = r.i32();
        Command command = switch (tag) {
            case 1 -> new Command.MakeSpaces(r.list(12, CommandCodec::newSpace));
            case 2 -> new Command.Work(r.list(9, CommandCodec::task));
            case 3 -> new Command.Ask(r.i32(), r.blob());
            case 4 -> new Command.DropSpaces(r.list(4, FrameReader::i32));
            case 5 -> new Command.Watch();
            case 6 -> new Command.Capture(r.list(12, q -> new Tap(q.i32(), q.i32(), q.text())));
            case 7 -> new Command.CountDrops();
            case 8 -> new Command.Ping(r.i32(), r.blob(), r.i32(), r.i32(), r.i32(), r.i32());
            case 9 -> new Command.Exec(r.i32(), r.text(), r.list(4, FrameReader::text), r.i64());
            case 20 -> new Command.StartContainers(r.list(20, CommandCodec::newContainer));
            case 25 -> new Command.AskSockets(r.i32(), r.list(4, FrameReader::blob));
            case 24 -> new Command.Call(r.i32(), r.text(), r.flag(), r.blob(), r.i32(), r.blob(), r.flag(), r.i32());
            case 21 -> new Command.StopContainer(r.i32(), r.text());
            case 22 -> new Command.AskFilter(r.i32(), r.blob());
            default -> throw new BadFrame("a command of kind " + tag);
        };
        return r.end(new Numbered(id, command));
    }

    private static void newSpace(FrameWriter w, NewSpace s) {
        w.i32(s.number()).text(s.name()).list(s.sysctls(), CommandCodec::sysctl);
    }

    private static NewSpace newSpace(FrameReader r) throws BadFrame {
        return new NewSpace(r.i32(), r.text(), r.list(8, CommandCodec::sysctl));
    }

    private static void sysctl(FrameWriter w, Sysctl s) {
        w.text(s.path()).text(s.value());
    }

    private static Sysctl sysctl(FrameReader r) throws BadFrame {
        return new Sysctl(r.text(), r.text());
    }

    private static void tap(FrameWriter w, Tap t) {
        w.i32(t.id()).i32(t.space()).text(t.device());
    }

    private static void newContainer(FrameWriter w, Command.NewContainer c) {
        w.i32(c.space())
                .text(c.name())
                .list(c.around(), FrameWriter::text)
                .list(c.command(), FrameWriter::text)
                .list(c.listens(), FrameWriter::text);
    }

    private static Command.NewContainer newContainer(FrameReader r) throws BadFrame {
        return new Command.NewContainer(
                r.i32(),
                r.text(),
                r.list(4, FrameReader::text),
                r.list(4, FrameReader::text),
                r.list(4, FrameReader::text));
    }

    private static void task(FrameWriter w, Task task) {
        switch (task) {
            case Command.Tell t -> w.u8(1).i32(t.space()).blob(t.message());
            case Command.Write t -> sysctl(w.u8(2).i32(t.space()), t.sysctl());
            case Command.Reset t ->
                w.u8(4).i32(t.space()).text(t.path()).text(t.source()).u8(t.pristine() ? 1 : 0);
            case Command.Filter t -> w.u8(3).i32(t.space()).blob(t.transaction());
        }
    }

    private static Task task(FrameReader r) throws BadFrame {
        int tag = r.u8();
        return switch (tag) {
            case 1 -> new Command.Tell(r.i32(), r.blob());
            case 2 -> new Command.Write(r.i32(), sysctl(r));
            case 3 -> new Command.Filter(r.i32(), r.blob());
            case 4 -> new Command.Reset(r.i32(), r.text(), r.text(), r.flag());
            default -> throw new BadFrame("a task of kind " + tag);
        };
    }
}
