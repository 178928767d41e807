package dev.pathlight.wire;

import dev.pathlight.plan.Plan;

/** Says a plan in iproute2 text: a shell script a student could type, that can be run as it is (as root). */
public final class IpScript {
    private IpScript() {}

    public static String of(Plan plan) {
        throw new UnsupportedOperationException("being built: " + plan);
    }
}
