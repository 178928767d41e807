package dev.pathlight.ui.picture;

import dev.pathlight.trace.Journey;
import dev.pathlight.view.Dot;
import dev.pathlight.view.Playback;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A journey over a drawing, from its first hop to its last, again and again: what an animated GIF shows. */
final class Film {
    /** Between two pictures while the packet moves, in hundredths of a second: what GIF counts in. */
    private static final int TICK = 8;

    /** Before it begins anew, in hundredths of a second. */
    private static final int LAST = 180;

    /** Of dots: on a slide it is hardly ever larger. */
    private static final double WIDEST = 1280;

    private static final double LARGEST = 1.5;
    private static final int SAMPLES = 12;

    private final Picture picture;
    private final double scale;
    private final BufferedImage still;

    /** @param hundredths of a second it is seen for */
    private record Take(List<Dot> dots, Set<String> lit, int hundredths) {}

    Film(Picture picture) {
        this.picture = picture;
        scale = Math.min(LARGEST, WIDEST / picture.bounds().width());
        still = picture.image(scale);
    }

    /** The file's content: GIF89a that is played for ever. */
    byte[] gif(Journey journey) throws IOException {
        List<Take> takes = takes(journey);
        Palette palette = Palette.of(samples(takes));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GifWriter writer = new GifWriter(out, palette.model())) {
            int width = still.getWidth();
            byte[] before = {};
            for (Take take : takes) {
                byte[] now = palette.numbers(shot(take));
                Rectangle part =
                        before.length == 0 ? new Rectangle(width, still.getHeight()) : changed(before, now, width);
                writer.write(now, width, part, take.hundredths());
                before = now;
            }
        }
        return out.toByteArray();
    }

    /** As the window plays it; while nothing moves one picture stands. */
    private static List<Take> takes(Journey journey) {
        Playback clock = new Playback();
        clock.play(journey);
        List<Take> takes = new ArrayList<>();
        while (clock.playing().get()) {
            Take now = new Take(clock.dots().get(), clock.visited().get(), TICK);
            Take last = takes.isEmpty() ? now : takes.getLast();
            if (!takes.isEmpty() && last.dots().equals(now.dots()) && last.lit().equals(now.lit())) {
                takes.set(takes.size() - 1, new Take(now.dots(), now.lit(), last.hundredths() + TICK));
            } else {
                takes.add(now);
            }
            clock.advance(TICK / 100.0);
        }
        takes.add(new Take(clock.dots().get(), clock.visited().get(), LAST));
        return takes;
    }

    private List<BufferedImage> samples(List<Take> takes) {
        List<BufferedImage> some = new ArrayList<>();
        for (int i = 0; i < takes.size(); i += Math.max(1, takes.size() / SAMPLES)) {
            some.add(shot(takes.get(i)));
        }
        some.add(shot(takes.getLast()));
        return some;
    }

    private BufferedImage shot(Take take) {
        BufferedImage shot = new BufferedImage(still.getWidth(), still.getHeight(), still.getType());
        still.copyData(shot.getRaster());
        picture.paintPackets(shot, scale, take.dots(), take.lit());
        return shot;
    }

    /** Where the two differ; one dot where they do not, for a picture of nothing cannot be written. */
    private static Rectangle changed(byte[] before, byte[] now, int width) {
        int left = width;
        int right = -1;
        int top = -1;
        int bottom = -1;
        for (int i = 0; i < now.length; i++) {
            if (now[i] != before[i]) {
                int x = i % width;
                left = Math.min(left, x);
                right = Math.max(right, x);
                bottom = i / width;
                top = top < 0 ? bottom : top;
            }
        }
        return top < 0 ? new Rectangle(1, 1) : new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }
}
