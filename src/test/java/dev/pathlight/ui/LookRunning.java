package dev.pathlight.ui;

import dev.pathlight.session.Sessions;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a drawing in the real sandbox and draws its window to PNG files, to be looked at: before Run, every two seconds after it,
 * and, where two places are named, after a ping. Arguments: folder, drawing, theme and language ("dark-zh"), the thing to
 * select, from, to.
 */
public final class LookRunning {
    private static final int TIMES = 4;

    private LookRunning() {}

    public static void main(String[] args) throws Exception {
        List<LookWindow.Shape> shapes = LookWindow.Shape.all("-" + args[2]);
        LookWindow.draw(args[0], shapes, Sessions.sandbox(), w -> draw(w, args));
    }

    private static void draw(LookWindow w, String[] args) throws Exception {
        Workbench bench = w.bench();
        Look.onWindow(() -> bench.table().open(Path.of(args[1])));
        Look.rest(2500);
        if (args.length > 3) {
            Look.onWindow(() -> bench.inspect(args[3]));
            Look.rest(3000);
        }
        w.shoot("drawn");
        Look.onWindow(bench::run);
        for (int i = 0; i < TIMES; i++) {
            Look.rest(2000);
            w.shoot(2 * (i + 1) + "s");
        }
        if (args.length > 5) {
            Look.onWindow(() -> bench.ping(SpaceId.parse(args[4]), SpaceId.parse(args[5])));
            Look.rest(4000);
            w.shoot("ping");
        }
        Look.onWindow(bench::stop);
        Look.rest(1500);
        w.shoot("stopped");
    }
}
