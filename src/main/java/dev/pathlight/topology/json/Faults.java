package dev.pathlight.topology.json;

import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.json.Positions.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in one file, up to a bound, in the order of the file. */
public final class Faults {
    /** A file that is not topology JSON at all would otherwise bring a fault for each of its parts. */
    static final int MOST = 50;

    private static final int LONGEST_QUOTE = 400;
    private static final Place WHOLE_FILE = new Place(0, 0);

    private final String file;
    private final Sentence kind;
    private final List<Fault> found = new ArrayList<>();
    private int leftOut;

    /** @param kind what the file should hold, as "drawing" */
    public Faults(String file, Sentence kind) {
        this.file = file;
        this.kind = kind;
    }

    /** What the file should hold. */
    Sentence kind() {
        return kind;
    }

    public void add(Place place, String field, Sentence message, Sentence hint) {
        if (found.size() >= MOST) {
            leftOut++;
            return;
        }
        found.add(new Fault(
                file,
                place.line(),
                place.column(),
                shorten(field),
                message.withArguments(Faults::shorten),
                hint.withArguments(Faults::shorten)));
    }

    /** A fault of the file as a whole. */
    void add(Sentence message, Sentence hint) {
        add(WHOLE_FILE, "", message, hint);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    ReadResult.Bad bad() {
        return new ReadResult.Bad(inOrder());
    }

    /** All of them, in the order of the file. */
    public List<Fault> inOrder() {
        List<Fault> all = new ArrayList<>(found);
        all.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
        if (leftOut > 0) {
            all.add(new Fault(
                    file,
                    0,
                    0,
                    "",
                    Sentence.of("{0} more faults are not shown", leftOut),
                    Sentence.of("Mend those above first.")));
        }
        return all;
    }

    /** A message may quote the file, and is read on a terminal: control characters are spelled out. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                shown.append("\\u%04x".formatted(c));
            } else {
                shown.append((char) c);
            }
        });
        return shown.toString();
    }

    private static String shorten(String text) {
        String shown = visible(text);
        return shown.length() <= LONGEST_QUOTE ? shown : shown.substring(0, LONGEST_QUOTE - 1) + "…";
    }
}
