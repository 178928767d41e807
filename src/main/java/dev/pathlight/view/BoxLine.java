package dev.pathlight.view;

import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Sentence;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Where a thing stands, on one line: left, top, width, height in drawing units. */
final class BoxLine {
    private BoxLine() {}

    static String write(Layout.Box b) {
        return DoubleStream.of(b.x(), b.y(), b.width(), b.height())
                .mapToObj(d ->
                        new BigDecimal(Double.toString(d)).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" "));
    }

    /** Throws {@link Malformed} for what is no rectangle. */
    static Layout.Box parse(String text) {
        String[] words = text.trim().split("[\\s,]+");
        boolean numbers =
                words.length == 4 && Arrays.stream(words).allMatch(w -> w.matches("-?\\d{1,12}(\\.\\d{1,17})?"));
        if (!numbers) {
            throw new Malformed(Sentence.of("\"{0}\" is not four numbers", text));
        }
        double[] n = Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
        try {
            return new Layout.Box(n[0], n[1], n[2], n[3]);
        } catch (IllegalArgumentException e) {
            throw new Malformed(Sentence.of("\"{0}\" is too far away, or has no size", text));
        }
    }
}
