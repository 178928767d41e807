package dev.pathlight.view.scene;

/**
 * Which containers somebody had talk to each other: packets on lo do not say whose they are.
 *
 * @param from the path of the one that asked
 * @param to the path of the one that was asked
 * @param port that it was asked at, 0 for a ping
 */
public record Talk(String from, String to, int port) {}
