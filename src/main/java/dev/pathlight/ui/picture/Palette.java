package dev.pathlight.ui.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The 256 colours that several pictures share, as GIF wants it: those seen most; others become the nearest of them. */
final class Palette {
    private static final int MOST = 256;

    private final int[] colours;
    private final Map<Integer, Byte> nearest = new HashMap<>();

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /** @param pictures of 24 bits a dot */
    static Palette of(List<BufferedImage> pictures) {
        Map<Integer, Integer> seen = new HashMap<>();
        pictures.forEach(p -> count(p, seen));
        return new Palette(seen.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .mapToInt(Map.Entry::getKey)
                .toArray());
    }

    /** By runs of the same colour: most of a drawing is ground. */
    private static void count(BufferedImage picture, Map<Integer, Integer> seen) {
        int[] dots = dots(picture);
        int from = 0;
        for (int at = 1; at <= dots.length; at++) {
            if (at == dots.length || dots[at] != dots[from]) {
                seen.merge(dots[from], at - from, Integer::sum);
                from = at;
            }
        }
    }

    private static int[] dots(BufferedImage picture) {
        int[] dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        for (int i = 0; i < dots.length; i++) {
            dots[i] &= 0xffffff;
        }
        return dots;
    }

    /** The picture's dots, line after line, as numbers of colours. */
    byte[] numbers(BufferedImage picture) {
        int[] dots = dots(picture);
        byte[] numbers = new byte[dots.length];
        for (int i = 0; i < dots.length; i++) {
            numbers[i] = i > 0 && dots[i] == dots[i - 1] ? numbers[i - 1] : number(dots[i]);
        }
        return numbers;
    }

    private byte number(int colour) {
        return nearest.computeIfAbsent(colour, c -> {
            int best = 0;
            for (int i = 1; i < colours.length; i++) {
                if (apart(colours[i], c) < apart(colours[best], c)) {
                    best = i;
                }
            }
            return (byte) best;
        });
    }

    private static int apart(int a, int b) {
        int red = (a >> 16 & 255) - (b >> 16 & 255);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return red * red * 2 + green * green * 4 + blue * blue * 3;
    }

    IndexColorModel model() {
        int[] all = Arrays.copyOf(colours, MOST);
        return new IndexColorModel(8, MOST, all, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }
}
