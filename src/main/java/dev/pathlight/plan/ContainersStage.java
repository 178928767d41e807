package dev.pathlight.plan;

import dev.pathlight.topology.Container;

/** Every container is started in its namespace, in the drawing's order. */
record ContainersStage(Blueprint blueprint) {
    void addTo(StepList steps) {
        for (Blueprint.Space space : blueprint.spaces()) {
            for (Container container : space.drawn().containers()) {
                NetOp start = new NetOp.StartContainer(space.id(), container);
                steps.add(Stage.CONTAINERS, start, space.id() + "/" + container.name());
            }
        }
    }
}
