package dev.pathlight.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON results. An object is a map in the order of its fields. */
final class Json {
    private Json() {}

    static String text(Object value) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(value);
    }

    /** An object from field names and values in turn; a field whose value is an empty Optional is left out. */
    static Map<String, Object> object(Object... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            Object value = fields[i + 1];
            Object plain =
                    value instanceof Optional<?> o ? o.map(v -> (Object) v).orElse(ABSENT) : value;
            if (plain != ABSENT) {
                object.put((String) fields[i], plain);
            }
        }
        return object;
    }

    private static final Object ABSENT = new Object();
}
