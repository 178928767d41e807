package dev.pathlight.plan;

import dev.pathlight.topology.IfName;

/**
 * Namespaces, and the sysctls that must be there before devices are. IPv6 is kept off new devices, so that a link
 * that comes up says nothing until captures are open. {@code lo} comes up.
 */
record SpacesStage(Blueprint blueprint) {
    private static final int LOOPBACK_INDEX = 1;
    static final IfName LOOPBACK = new IfName("lo");

    void addTo(StepList steps) {
        for (Blueprint.Space space : blueprint.spaces()) {
            steps.add(Stage.SPACES, new NetOp.MakeNamespace(space.id(), blueprint.number(space.id())), space.element());
        }
        for (Blueprint.Space space : blueprint.spaces()) {
            sysctl(steps, space, Sysctls.IPV6_OFF_BY_DEFAULT, "1");
            if (blueprint.isBig() && !space.drawn().sysctls().containsKey(Sysctls.IPV6_OWN_ADDRESS)) {
                sysctl(steps, space, Sysctls.IPV6_OWN_ADDRESS, Sysctls.NO_OWN_ADDRESS);
            }
            Sysctls.beforeDevices(space.drawn().sysctls()).forEach((key, value) -> sysctl(steps, space, key, value));
        }
        for (Blueprint.Space space : blueprint.spaces()) {
            NetOp up = new NetOp.SetUp(space.id(), LOOPBACK_INDEX, LOOPBACK, true);
            steps.add(Stage.SPACES, up, space.element());
        }
    }

    private static void sysctl(StepList steps, Blueprint.Space space, String key, String value) {
        steps.add(Stage.SPACES, new NetOp.WriteSysctl(space.id(), key, value), space.element());
    }
}
