package dev.pathlight.ui.picture;

import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Writes SVG 1.1: shapes as shapes, text as text. */
final class SvgInk extends PenInk {
    private static final String SANS = "'DejaVu Sans', Verdana, 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif";
    private static final String MONO = "'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace";

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder path = new StringBuilder();
    private final String head;
    private int groups;

    /** A picture so many units wide and high, called {@code title}. */
    SvgInk(double width, double height, String title) {
        String w = number(width);
        String h = number(height);
        head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + w
                + "\" height=\"" + h + "\" viewBox=\"0 0 " + w + " " + h + "\" role=\"img\">\n<title>" + text(title)
                + "</title>\n";
    }

    /** The whole file. */
    String file() {
        return head + out + "</g>\n".repeat(groups) + "</svg>\n";
    }

    @Override
    void through(View view) {
        out.append("</g>\n".repeat(groups));
        groups = 1;
        group("translate(" + number(view.dx()) + " " + number(view.dy()) + ") scale(" + number(view.scale()) + ")");
    }

    private void group(String transform) {
        out.append("<g transform=\"").append(transform).append("\">\n");
    }

    @Override
    public void fillRect(double x, double y, double w, double h) {
        rect(x, y, w, h, 0, filled());
    }

    @Override
    public void fillRoundRect(double x, double y, double w, double h, double arc) {
        rect(x, y, w, h, arc / 2, filled());
    }

    @Override
    public void strokeRoundRect(double x, double y, double w, double h, double arc) {
        rect(x, y, w, h, arc / 2, stroked());
    }

    private void rect(double x, double y, double w, double h, double radius, String paint) {
        double r = Math.min(radius, Math.min(w, h) / 2);
        element("rect", at("x", x), at("y", y), at("width", w), at("height", h), r > 0 ? at("rx", r) : "", paint);
    }

    @Override
    public void fillOval(double x, double y, double w, double h) {
        oval(x, y, w, h, filled());
    }

    @Override
    public void strokeOval(double x, double y, double w, double h) {
        oval(x, y, w, h, stroked());
    }

    private void oval(double x, double y, double w, double h, String paint) {
        element("ellipse", at("cx", x + w / 2), at("cy", y + h / 2), at("rx", w / 2), at("ry", h / 2), paint);
    }

    @Override
    public void strokeLine(double ax, double ay, double bx, double by) {
        element("line", at("x1", ax), at("y1", ay), at("x2", bx), at("y2", by), stroked());
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int corners) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < corners; i++) {
            points.append(i > 0 ? " " : "").append(number(x[i])).append(',').append(number(y[i]));
        }
        element("polygon", " points=\"" + points + '"', filled());
    }

    @Override
    public void beginPath() {
        path.setLength(0);
    }

    @Override
    public void moveTo(double x, double y) {
        leg("M", x, y);
    }

    @Override
    public void lineTo(double x, double y) {
        leg("L", x, y);
    }

    @Override
    public void bezierCurveTo(double ax, double ay, double bx, double by, double x, double y) {
        leg("C", ax, ay, bx, by, x, y);
    }

    private void leg(String command, double... numbers) {
        path.append(command);
        for (int i = 0; i < numbers.length; i++) {
            path.append(i > 0 ? " " : "").append(number(numbers[i]));
        }
    }

    @Override
    public void stroke() {
        if (!path.isEmpty()) {
            element("path", " d=\"" + path + '"', stroked());
        }
    }

    @Override
    public void save() {
        groups++;
        out.append("<g>\n");
    }

    @Override
    public void restore() {
        out.append("</g>\n");
        groups--;
    }

    /** Holds until the next {@link #restore}: there must be one. */
    @Override
    public void translate(double x, double y) {
        turn("translate(" + number(x) + " " + number(y) + ")");
    }

    @Override
    public void scale(double x, double y) {
        turn("scale(" + number(x) + " " + number(y) + ")");
    }

    /** Into the group that {@link #save} has just opened. */
    private void turn(String transform) {
        out.setLength(out.length() - 2);
        boolean first = out.charAt(out.length() - 1) == 'g';
        if (!first) {
            out.setLength(out.length() - 1);
        }
        out.append(first ? " transform=\"" : " ").append(transform).append("\">\n");
    }

    @Override
    public void fillText(String words, Type type, TextAlignment align, double x, double y) {
        if (!words.isBlank()) {
            element(
                    "text",
                    at("x", x),
                    at("y", y + type.size() * 0.355),
                    at("font-size", type.size()),
                    type.bold() ? " font-weight=\"bold\"" : "",
                    " font-family=\"" + (type.mono() ? MONO : SANS) + '"',
                    align == TextAlignment.CENTER ? " text-anchor=\"middle\"" : "",
                    " xml:space=\"preserve\"",
                    filled());
            out.setLength(out.length() - 3);
            out.append('>').append(text(words)).append("</text>\n");
        }
    }

    private void element(String name, String... attributes) {
        out.append('<').append(name).append(String.join("", attributes)).append("/>\n");
    }

    private static String at(String name, double value) {
        return " " + name + "=\"" + number(value) + '"';
    }

    private String filled() {
        return colour("fill", filling());
    }

    private String stroked() {
        StringBuilder dash = new StringBuilder();
        for (float d : dashes(1)) {
            dash.append(dash.isEmpty() ? "" : " ").append(number(d));
        }
        return " fill=\"none\"" + colour("stroke", lining()) + at("stroke-width", width())
                + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + '"')
                + (isRound() ? " stroke-linecap=\"round\" stroke-linejoin=\"round\"" : "");
    }

    private String colour(String attribute, Color c) {
        double opacity = c.getOpacity();
        String hex = String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(255 * c.getRed()),
                Math.round(255 * c.getGreen()),
                Math.round(255 * c.getBlue()));
        return " " + attribute + "=\"" + hex + '"' + (opacity < 1 ? at(attribute + "-opacity", opacity) : "");
    }

    /** A hundredth of a unit is finer than any eye. */
    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What XML cannot hold at all becomes a question mark. */
    private static String text(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                default -> safe.appendCodePoint(isXml(c) ? c : '?');
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
