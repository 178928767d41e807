package dev.pathlight.machine.engine;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The app's own small programs that run in containers: each in a Java machine as small as one can be, which knows nothing else. */
final class SmallJava {
    /** Where their classes are in the sandbox: a container's own /tmp may hide where the app lies. */
    private static final Path CLASSES = Path.of("/run/pathlight/small");

    private SmallJava() {}

    /**
     * The words that start a program; its arguments follow.
     *
     * @param parts all classes it consists of
     */
    static List<String> running(Class<?> program, List<Class<?>> parts) throws IOException {
        for (Class<?> part : parts) {
            unpack(part.getName().replace('.', '/') + ".class");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms4m",
                "-Xmx16m",
                "-Xss256k",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=8m",
                "-XX:-UsePerfData",
                "-cp",
                CLASSES.toString(),
                program.getName());
    }

    /** Another thread may be at the same: a class appears whole or not at all. */
    private static void unpack(String file) throws IOException {
        Path to = CLASSES.resolve(file);
        if (Files.exists(to)) {
            return;
        }
        Files.createDirectories(CLASSES.resolve(file).getParent());
        Path part = Files.createTempFile(CLASSES, "part", ".class");
        try (var in = SmallJava.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IOException("the app lacks its own " + file);
            }
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(part);
        }
    }
}
