package dev.pathlight.plan;

/**
 * One operation of a plan, for one element of the drawing.
 *
 * @param number from 1, its place in the plan
 * @param element the path of what is drawn, as {@code this/ns1/veth0}: errors and the canvas point at it
 */
public record Step(int number, Stage stage, NetOp op, String element) {}
