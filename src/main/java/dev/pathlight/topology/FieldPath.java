package dev.pathlight.topology;

/**
 * Writes the path of one part of a drawing in its file, as {@code nodes[0].namespaces[1].sysctls["ipv4.ip_forward"]}.
 * The file as a whole is "".
 */
public final class FieldPath {
    private FieldPath() {}

    /** The path of field {@code key} of the object at {@code path}. */
    public static String member(String path, String key) {
        if (isPlain(key)) {
            return path.isEmpty() ? key : path + "." + key;
        }
        return path + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    /** The path of element {@code index}, from 0, of the array at {@code path}. */
    public static String item(String path, int index) {
        return path + "[" + index + "]";
    }

    /** The path of the object or array that {@code path} lies in; "" for the file as a whole. */
    public static String parent(String path) {
        if (path.endsWith("\"]")) {
            return path.substring(0, Math.max(0, openingQuote(path) - 1));
        }
        int cut = path.endsWith("]") ? path.lastIndexOf('[') : path.lastIndexOf('.');
        return path.substring(0, Math.max(0, cut));
    }

    private static int openingQuote(String path) {
        int at = path.length() - 3;
        while (at > 0 && !(path.charAt(at) == '"' && path.charAt(at - 1) == '[')) {
            at--;
        }
        return at;
    }

    private static boolean isPlain(String key) {
        return !key.isEmpty()
                && key.chars().allMatch(c -> c == '_' || c == '$' || c < 0x80 && Character.isLetterOrDigit(c));
    }
}
