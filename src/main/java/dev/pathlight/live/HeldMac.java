package dev.pathlight.live;

import dev.pathlight.topology.Mac;
import dev.pathlight.wire.FdbRow;
import java.util.Comparator;

/**
 * A MAC row as held between notices: the kernel's row, when it appeared and when it was last used (ns since 1970), and which
 * one it was to come, for the kernel lists the newest first.
 */
record HeldMac(FdbRow row, long since, long used, long order) {
    private static final long NANOS_PER_CENTISECOND = 10_000_000;

    /** A row just told, at {@code nanos}; the kernel says how long ago it was used, not when it appeared. */
    static HeldMac told(FdbRow row, long nanos, long order) {
        long used = nanos - row.ageCentiseconds() * NANOS_PER_CENTISECOND;
        return new HeldMac(row, used, used, order);
    }

    /** The row told again: a row that stays on its port keeps its birthday, and time never runs backwards. */
    HeldMac toldAgain(FdbRow next, long nanos) {
        HeldMac fresh = told(next, nanos, order);
        return next.port() == row.port()
                ? new HeldMac(next, Math.min(since, fresh.since), Math.max(used, fresh.used), order)
                : fresh;
    }

    HeldMac usedAt(long nanos) {
        return new HeldMac(row, since, Math.max(used, nanos), order);
    }

    HeldMac inOrderOf(HeldMac listed) {
        return new HeldMac(row, since, used, listed.order);
    }

    /** What a bridge tells its rows apart by; in the order of {@code brctl showmacs}. */
    record Key(int bridge, Mac mac, int vlan) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::bridge).thenComparing(Key::mac).thenComparingInt(Key::vlan);
        private static final int LAST_VLAN = 4095;

        static Key of(FdbRow row) {
            return new Key(row.bridge(), row.mac(), row.vlan());
        }

        static Key first(int bridge, Mac mac) {
            return new Key(bridge, mac, 0);
        }

        static Key last(int bridge, Mac mac) {
            return new Key(bridge, mac, LAST_VLAN);
        }

        @Override
        public int compareTo(Key o) {
            return ORDER.compare(this, o);
        }
    }
}
