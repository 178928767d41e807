package dev.pathlight.ui;

/**
 * Something the window can do.
 *
 * @param group the phrase that names what it belongs to
 * @param phrase that says what it does
 * @param keys what to press, as written on the keys; "" where it has no key
 * @param anywhere it can be done in the gallery too, where no drawing is on the table
 */
record Act(String group, String phrase, String keys, boolean anywhere, Runnable deed) {}
