package dev.pathlight.house.planted.topology.json;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Innocent: Jackson and files are at home here. */
record ReadsJson(Path file, JsonNode node) {}
