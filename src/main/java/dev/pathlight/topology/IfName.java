package dev.pathlight.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The name of a network interface as Linux takes it ({@code dev_valid_name} in {@code net/core/dev.c}): 1 to 15 bytes
 * (IFNAMSIZ less its final zero), not "." or "..", without '/', ':', '%' or white space.
 */
public record IfName(String value) implements Comparable<IfName> {
    /** The longest name in bytes: {@code IFNAMSIZ - 1} of {@code linux/if.h}. */
    public static final int MAX_BYTES = 15;

    public IfName {
        Malformed.refuse(problem(value));
    }

    /** What is wrong with {@code value} as an interface name, or empty when Linux would take it. */
    public static Optional<Sentence> problem(String value) {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0) {
            return Optional.of(Sentence.of("an interface name must not be empty"));
        }
        if (bytes > MAX_BYTES) {
            return Optional.of(Sentence.of(
                    "\"{0}\" has {1} bytes; Linux allows interface names of at most {2}", value, bytes, MAX_BYTES));
        }
        if (value.equals(".") || value.equals("..")) {
            return Optional.of(Sentence.of("\"{0}\" is not an interface name", value));
        }
        return badByte(value)
                ? Optional.of(Sentence.of(
                        "\"{0}\" is not an interface name: no '/', ':', '%', blanks or control characters", value))
                : Optional.empty();
    }

    /**
     * The kernel looks at bytes, not characters: in its {@code isspace} the byte a0 is a blank, so that "à" (c3 a0)
     * is refused while "é" (c3 a9) is taken. '%' is not refused by dev_valid_name but starts a pattern: eth%d becomes
     * eth0.
     */
    private static boolean badByte(String value) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (c <= 0x20 || c == 0x7f || c == 0xa0 || c == '/' || c == ':' || c == '%') {
                return true;
            }
        }
        return value.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff || Character.isISOControl(c));
    }

    @Override
    public int compareTo(IfName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
