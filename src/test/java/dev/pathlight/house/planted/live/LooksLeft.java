package dev.pathlight.house.planted.live;

import dev.pathlight.house.planted.machine.Door;

/** Innocent: live may see machine. */
record LooksLeft(Door door) {}
