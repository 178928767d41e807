package dev.pathlight.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** A source file's measures: its lines, and those of the methods in it. */
record Source(Path file, int lines, List<Method> methods) {
    /**
     * One method or constructor.
     *
     * @param lines from its first annotation to its closing brace
     * @param parameters 0 for anything but a class's constructor: records list what they hold, methods are read by name
     */
    record Method(String name, int lines, int parameters) {}

    /** All Java files below {@code folder}. */
    static List<Source> below(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return of(files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList());
        }
    }

    static List<Source> of(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            var positions = Trees.instance(task).getSourcePositions();
            var sources = new ArrayList<Source>();
            for (CompilationUnitTree unit : task.parse()) {
                var methods = new ArrayList<Method>();
                new Measurer(unit, positions, methods).scan(unit, null);
                Path file = Path.of(unit.getSourceFile().toUri());
                sources.add(new Source(file, Files.readAllLines(file).size(), List.copyOf(methods)));
            }
            return sources;
        }
    }

    private static final class Measurer extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> methods;

        Measurer(CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
            this.unit = unit;
            this.positions = positions;
            this.methods = methods;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            boolean constructs = method.getReturnType() == null && owner.getKind() != Tree.Kind.RECORD;
            long first = line(positions.getStartPosition(unit, method));
            long last = line(positions.getEndPosition(unit, method));
            methods.add(new Method(
                    owner.getSimpleName() + "." + method.getName(),
                    Math.toIntExact(last - first + 1),
                    constructs ? method.getParameters().size() : 0));
            return super.visitMethod(method, nothing);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
