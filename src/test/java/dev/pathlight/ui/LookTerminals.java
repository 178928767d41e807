package dev.pathlight.ui;

import dev.pathlight.session.Sessions;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** Pictures of terminals below a drawing that runs, and of what came of them. Arguments: folder, drawing, {@code light-en} or the like, where to open, what to type. */
public final class LookTerminals {
    private LookTerminals() {}

    public static void main(String[] args) throws Exception {
        LookWindow.draw(args[0], LookWindow.Shape.all(args[2]), Sessions.sandbox(), w -> draw(w, args));
    }

    private static void draw(LookWindow w, String[] args) throws Exception {
        Workbench bench = w.bench();
        Look.onWindow(() -> bench.table().open(Path.of(args[1])));
        Look.until(() -> !bench.welcome().get());
        Look.onWindow(bench::run);
        Look.until(() -> bench.runModel().state().get() == RunState.RUNNING);
        for (int i = 3; i < args.length; i += 2) {
            String path = args[i];
            int before = bench.byHand().terminals().open().size();
            Look.onWindow(() -> {
                bench.canvas().selection().set(Set.of(path));
                bench.enter(path);
            });
            Look.until(() -> bench.byHand().terminals().open().size() > before);
            Look.rest(1500);
            type(bench, args[i + 1]);
            Look.rest(4000);
            w.shoot("terminal-" + i);
        }
        Look.onWindow(bench.byHand().terminals()::toggle);
        Look.rest(1500);
        w.shoot("terminal-came-of-it");
        Look.onWindow(() -> DriftBar.go(w.stage().getScene()));
        Look.rest(1000);
        w.shoot("terminal-came-of-it-listed");
        Look.onWindow(bench::ping);
        Look.rest(2500);
        w.shoot("terminal-came-of-it-ping");
        Look.onWindow(bench::stop);
        Look.until(() -> bench.runModel().state().get() == RunState.STOPPED);
        Look.rest(500);
        w.shoot("terminal-stopped");
    }

    private static void type(Workbench bench, String words) throws IOException {
        bench.byHand().terminals().open().getLast().write((words + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
