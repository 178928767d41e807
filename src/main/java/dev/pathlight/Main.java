package dev.pathlight;

import java.util.List;

/** The front door. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Wiring.real().run(List.of(args)));
    }
}
