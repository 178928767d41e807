package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Event.Fault;
import dev.pathlight.machine.engine.Event.Frame;
import dev.pathlight.machine.engine.Event.Notice;
import dev.pathlight.machine.engine.Event.Outcome;
import dev.pathlight.machine.engine.Event.Refusal;
import dev.pathlight.machine.engine.Event.Shut;

/** Events as frames: a tag byte, the answered command's id or 0 (32 bits), the event's fields. */
public final class EventCodec {
    private EventCodec() {}

    /** An event with the id of the command it answers, or 0. */
    public record Numbered(int id, Event event) {}

    public static byte[] encode(int id, Event event) {
        FrameWriter w = new FrameWriter();
        switch (event) {
            case Event.Hello e -> w.u8(1).i32(id).i32(e.version()).i32(e.descriptorBase());
            case Event.Ok e -> w.u8(2).i32(id);
            case Event.Failed e -> w.u8(3).i32(id).text(e.what()).i32(e.errno());
            case Event.Made e -> w.u8(4).i32(id).list(e.faults(), EventCodec::fault);
            case Event.Worked e -> w.u8(5).i32(id).i32(e.tried()).list(e.refusals(), EventCodec::refusal);
            case Event.Answer e -> w.u8(6).i32(id).list(e.datagrams(), FrameWriter::blob);
            case Event.Dropped e -> w.u8(7).i32(id).u8(e.gone() ? 1 : 0);
            case Event.Noticed e -> w.u8(8).i32(id).list(e.notices(), EventCodec::notice);
            case Event.Overrun e -> w.u8(9).i32(id);
            case Event.Captured e ->
                w.u8(10).i32(id).list(e.shut(), (x, s) -> x.i32(s.tap()).text(s.why()));
            case Event.Frames e -> w.u8(11).i32(id).list(e.frames(), EventCodec::frame);
            case Event.Drops e -> w.u8(12).i32(id).i64(e.frames());
            case Event.Pinged e -> pinged(w.u8(13).i32(id), e);
            case Event.Exited e ->
                w.u8(14).i32(id).i32(e.code()).blob(e.stdout()).blob(e.stderr());
            case Event.Lapsed e -> w.u8(15).i32(id).i32(e.tap()).text(e.why());
            case Event.Started e -> w.u8(20).i32(id).list(e.processes(), FrameWriter::i32);
            case Event.Called e ->
                w.u8(22)
                        .i32(id)
                        .u8(e.outcome().ordinal())
                        .i64(e.roundTripNanos())
                        .text(e.why())
                        .blob(e.answer());
            case Event.Sockets e ->
                w.u8(23)
                        .i32(id)
                        .list(e.dumps(), (x, d) -> x.list(d.datagrams(), FrameWriter::blob))
                        .list(e.holdings(), EventCodec::holding);
            case Event.Ended e ->
                w.u8(21).i32(id).i32(e.space()).text(e.name()).i32(e.code()).text(e.lastWords());
        }
        return w.toBytes();
    }

    public static Numbered decode(byte[] bytes) throws BadFrame {
        FrameReader r = new FrameReader(bytes);
        int tag = r.u8();
        int id = r.i32();
        Event event = switch (tag) {
            case 1 -> new Event.Hello(r.i32(), r.i32());
            case 2 -> new Event.Ok();
            case 3 -> new Event.Failed(r.text(), r.i32());
            case 4 -> new Event.Made(r.list(12, q -> new Fault(q.i32(), q.i32(), q.i32())));
            case 5 -> new Event.Worked(r.i32(), r.list(12, q -> new Refusal(q.i32(), q.i32(), q.blob())));
            case 6 -> new Event.Answer(r.list(4, FrameReader::blob));
            case 7 -> new Event.Dropped(r.flag());
            case 8 -> new Event.Noticed(r.list(16, q -> new Notice(q.i32(), q.i64(), q.blob())));
            case 9 -> new Event.Overrun();
            case 10 -> new Event.Captured(r.list(8, q -> new Shut(q.i32(), q.text())));
            case 11 -> new Event.Frames(r.list(21, EventCodec::frame));
            case 12 -> new Event.Drops(r.i64());
            case 13 -> new Event.Pinged(outcome(r), r.i64(), r.i32(), r.i32(), r.i32(), r.blob());
            case 14 -> new Event.Exited(r.i32(), r.blob(), r.blob());
            case 15 -> new Event.Lapsed(r.i32(), r.text());
            case 20 -> new Event.Started(r.list(4, FrameReader::i32));
            case 22 -> new Event.Called(outcome(r), r.i64(), r.text(), r.blob());
            case 23 ->
                new Event.Sockets(
                        r.list(4, q -> new Event.Dump(q.list(4, FrameReader::blob))),
                        r.list(20, q -> new Event.Holding(q.i64(), q.i32(), q.text(), q.text())));
            case 21 -> new Event.Ended(r.i32(), r.text(), r.i32(), r.text());
            default -> throw new BadFrame("an event of kind " + tag);
        };
        return r.end(new Numbered(id, event));
    }

    private static void holding(FrameWriter w, Event.Holding h) {
        w.i64(h.inode()).i32(h.process()).text(h.program()).text(h.container());
    }

    private static void fault(FrameWriter w, Fault f) {
        w.i32(f.space()).i32(f.sysctl()).i32(f.errno());
    }

    private static void refusal(FrameWriter w, Refusal r) {
        w.i32(r.task()).i32(r.errno()).blob(r.reply());
    }

    private static void notice(FrameWriter w, Notice n) {
        w.i32(n.space()).i64(n.nanos()).blob(n.datagram());
    }

    private static void frame(FrameWriter w, Frame f) {
        w.i32(f.tap()).u8(f.out() ? 1 : 0).i64(f.nanos()).i32(f.length()).blob(f.bytes());
    }

    private static Frame frame(FrameReader r) throws BadFrame {
        return new Frame(r.i32(), r.flag(), r.i64(), r.i32(), r.blob());
    }

    private static void pinged(FrameWriter w, Event.Pinged e) {
        w.u8(e.outcome().ordinal())
                .i64(e.roundTripNanos())
                .i32(e.type())
                .i32(e.code())
                .i32(e.errno())
                .blob(e.from());
    }

    private static Outcome outcome(FrameReader r) throws BadFrame {
        int v = r.u8();
        if (v >= Outcome.values().length) {
            throw new BadFrame("an outcome of kind " + v);
        }
        return Outcome.values()[v];
    }
}
