package dev.pathlight.topology.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Breaks good JSON a little: one field or item added, dropped or given another value. */
public final class Breaking {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "-1",
            "0",
            "0.5",
            "1e3",
            "70000",
            "3000000000",
            "\"\"",
            "\"a\"",
            "\"..\"",
            "\"a/b\"",
            "\"a/b/c/d\"",
            "\"sixteen-bytes-ab\"",
            "\"10.0.0.1\"",
            "\"10.0.0.256\"",
            "\"10.0.0.1/33\"",
            "\"10.0.0.0/8\"",
            "\"fd00::1\"",
            "\"fd00::/129\"",
            "\"fd00::/64\"",
            "\"fd00::1::2/64\"",
            "\"default\"",
            "\"02:00:00:00:00:0g\"",
            "\"vxlan\"",
            "\"tcp\"",
            "\"l2\"",
            "\"ssh://a b\"",
            "[1]",
            "[\"a/b\", \"c/d\"]",
            "[1, 2, 3, 0]",
            "[1, 2, 3, 4]",
            "[1, 2, 3, 4, 5]",
            "{\"en\": \"x\"}",
            "{\"e\": \"x\"}",
            "[{}]");

    private Breaking() {}

    public static JsonNode broken(JsonNode root, Random random) {
        List<JsonNode> holders = new ArrayList<>();
        collect(root, holders);
        JsonNode holder = holders.get(random.nextInt(holders.size()));
        JsonNode value = MAPPER.readTree(VALUES.get(random.nextInt(VALUES.size())));
        switch (holder) {
            case ObjectNode o -> breakObject(o, value, random);
            case ArrayNode a when a.isEmpty() || random.nextInt(4) == 0 -> a.add(value);
            case ArrayNode a -> a.set(random.nextInt(a.size()), value);
            default -> throw new IllegalStateException("holds nothing: " + holder);
        }
        return root;
    }

    private static void breakObject(ObjectNode o, JsonNode value, Random random) {
        List<String> names = new ArrayList<>(o.propertyNames());
        switch (random.nextInt(names.isEmpty() ? 1 : 5)) {
            case 0 -> o.set("surprise", value);
            case 1 -> o.remove(names.get(random.nextInt(names.size())));
            default -> o.set(names.get(random.nextInt(names.size())), value);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainer()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }
}
