package dev.pathlight.view.scene;

import dev.pathlight.topology.Group;
import dev.pathlight.topology.Layout;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Frames around what belongs together; what lies wholly in one moves with it. */
public final class Groups {
    private Groups() {}

    static void add(Layout layout, Locale locale, Frames frames) {
        for (Group g : layout.marks().groups()) {
            layout.box(g.path())
                    .map(Rect::of)
                    .ifPresent(r -> frames.add(new Frame(
                            g.path(),
                            Frame.Kind.GROUP,
                            r,
                            Optional.empty(),
                            g.title().in(locale),
                            List.of(),
                            true)));
        }
    }

    /** The paths of what lies wholly in a group, nodes' contents included. */
    public static List<String> within(Scene scene, Frame group) {
        return scene.frames().stream()
                .filter(f -> f.isPlaceable() && !f.path().equals(group.path()))
                .filter(f -> group.rect().contains(f.rect()))
                .map(Frame::path)
                .toList();
    }
}
