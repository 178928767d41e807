package dev.pathlight.topology.json;

import dev.pathlight.topology.Sentence;

/**
 * What is wrong in a file: where, what, and how to mend it.
 *
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 likewise
 * @param field the JSON path, as {@code nodes[0].namespaces[1].name}; "" for the whole file
 */
public record Fault(String file, int line, int column, String field, Sentence message, Sentence hint) {
    /** {@code file:line:column: field: message}, as compilers print it. */
    public String where() {
        return file + (line > 0 ? ":" + line + ":" + column : "") + (field.isEmpty() ? "" : ": " + field);
    }
}
