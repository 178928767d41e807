package dev.pathlight.house.planted.plan;

import dev.pathlight.house.planted.machine.Door;

/** Wrong: the plan knows no machine. */
record LooksRight(Door door) {}
