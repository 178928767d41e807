package dev.pathlight.house.planted.topology;

import tools.jackson.databind.JsonNode;

/** Wrong: Jackson stays in topology.json. */
record BorrowsJackson(JsonNode node) {}
