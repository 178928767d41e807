package dev.pathlight.ui.canvas;

import dev.pathlight.view.Health;
import java.util.Map;
import javafx.scene.paint.Color;

/**
 * The canvas's colours. Every text colour stands at least 4.5 : 1 against what it is written on (WCAG 2 AA), every mark
 * at least 3 : 1.
 *
 * @param accent what is selected, hovered or being drawn
 * @param lit the path of a packet
 * @param chips by protocol ({@code icmp} …, and {@code other}): a packet and its chip, on which {@code onChip} is written
 */
public record CanvasStyle(
        Surfaces surfaces,
        Color text,
        Color softText,
        Color line,
        Color wire,
        Color accent,
        Color lit,
        Map<Health, Color> health,
        Map<String, Color> chips,
        Color onChip) {
    /** What things are written on. */
    public record Surfaces(Color background, Color node, Color box, Color bar, Color lan, Color note) {}

    public CanvasStyle {
        health = Map.copyOf(health);
        chips = Map.copyOf(chips);
    }

    public static CanvasStyle light() {
        return new CanvasStyle(
                surfaces("#f8fafc", "#eef2f7", "#ffffff", "#dfe9fb", "#e3e8ef", "#fff6d6"),
                Color.web("#0f1b33"),
                Color.web("#46556e"),
                Color.web("#8494ad"),
                Color.web("#566782"),
                Color.web("#1463d8"),
                Color.web("#d9480f"),
                health("#566782", "#8a5a00", "#147a3b", "#5d6878", "#c4212c"),
                chips("#b93d08", "#a61e4d", "#6f35bd", "#0b6478", "#2a6f37", "#475467"),
                Color.WHITE);
    }

    public static CanvasStyle dark() {
        return new CanvasStyle(
                surfaces("#0d1320", "#151d2d", "#1f2a40", "#24385f", "#263147", "#3a3420"),
                Color.web("#f3f6fc"),
                Color.web("#b4c1d6"),
                Color.web("#60738f"),
                Color.web("#8ea1c0"),
                Color.web("#74aeff"),
                Color.web("#ffb454"),
                health("#8ea1c0", "#f0c04a", "#4fd584", "#a3adbd", "#ff7b7b"),
                chips("#ffb454", "#ff9ebb", "#cfb0ff", "#63d4e8", "#86e3a4", "#c6d0e0"),
                Color.web("#0d1320"));
    }

    /** Black on white: text at least 7 : 1. */
    public static CanvasStyle contrastLight() {
        return new CanvasStyle(
                surfaces("#ffffff", "#ffffff", "#ffffff", "#eef3ff", "#f4f4f4", "#fffbe6"),
                Color.BLACK,
                Color.web("#1f2937"),
                Color.web("#4b5563"),
                Color.web("#1f2937"),
                Color.web("#0039a6"),
                Color.web("#a82e00"),
                health("#374151", "#6b4400", "#0b5c2a", "#4b5563", "#a30d1c"),
                chips("#8f2c00", "#8a1440", "#56249c", "#064b5c", "#1c5229", "#344054"),
                Color.WHITE);
    }

    /** White on black: text at least 7 : 1. */
    public static CanvasStyle contrastDark() {
        return new CanvasStyle(
                surfaces("#000000", "#000000", "#000000", "#00202e", "#1a1a1a", "#1a1a00"),
                Color.WHITE,
                Color.WHITE,
                Color.WHITE,
                Color.WHITE,
                Color.web("#00e5ff"),
                Color.web("#ffe600"),
                health("#ffffff", "#ffd34d", "#4dff88", "#d0d0d0", "#ff8080"),
                chips("#ffe600", "#ff9ed0", "#d9b8ff", "#66f0ff", "#7dff9f", "#ffffff"),
                Color.BLACK);
    }

    /** Ink on white paper, which shows no shade of grey it does not need. */
    public static CanvasStyle print() {
        CanvasStyle light = light();
        return new CanvasStyle(
                surfaces("#ffffff", "#ffffff", "#ffffff", "#f1f5fb", "#f4f4f4", "#fffdf2"),
                Color.BLACK,
                Color.web("#333333"),
                Color.web("#666666"),
                Color.web("#333333"),
                light.accent(),
                light.lit(),
                light.health(),
                light.chips(),
                Color.WHITE);
    }

    /** The colour of packets of {@code protocol}. */
    public Color chip(String protocol) {
        Color own = chips.get(protocol);
        return own != null ? own : chips.getOrDefault("other", lit);
    }

    /** What is live otherwise than it is drawn. */
    public Color live() {
        return chip("arp");
    }

    public Color of(Health h) {
        return health.getOrDefault(h, wire);
    }

    private static Surfaces surfaces(String background, String node, String box, String bar, String lan, String note) {
        return new Surfaces(
                Color.web(background),
                Color.web(node),
                Color.web(box),
                Color.web(bar),
                Color.web(lan),
                Color.web(note));
    }

    private static Map<Health, Color> health(String drawn, String pending, String up, String down, String failed) {
        return Map.of(
                Health.DRAWN, Color.web(drawn),
                Health.PENDING, Color.web(pending),
                Health.UP, Color.web(up),
                Health.DOWN, Color.web(down),
                Health.FAILED, Color.web(failed));
    }

    private static Map<String, Color> chips(
            String icmp, String icmp6, String arp, String tcp, String udp, String other) {
        return Map.of(
                "icmp", Color.web(icmp),
                "icmpv6", Color.web(icmp6),
                "arp", Color.web(arp),
                "tcp", Color.web(tcp),
                "udp", Color.web(udp),
                "other", Color.web(other));
    }
}
