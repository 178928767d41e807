package dev.pathlight.view.scene;

/** How wide text comes out; whoever paints brings the real fonts. */
@FunctionalInterface
public interface TextMeasure {
    /** In drawing units. */
    double width(String text, Type type);

    /** A guess on the wide side, for where there are no fonts: East Asian characters are square. */
    TextMeasure ROUGH = (text, type) -> {
        double latin = type.size() * (type.bold() ? 0.66 : 0.6);
        return text.codePoints()
                .mapToDouble(c -> c >= 0x2e80 ? type.size() : latin)
                .sum();
    };
}
