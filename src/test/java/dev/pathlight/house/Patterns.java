package dev.pathlight.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Finds every {@code Sentence.of(…)} in source files. */
final class Patterns extends TreePathScanner<Void, Void> {
    /**
     * One pattern of one call.
     *
     * @param where file and line
     * @param room the first package below ours
     * @param pattern empty when it is no constant
     * @param arguments how many the call passes
     */
    record Use(String where, String room, List<String> pattern, int arguments) {}

    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<Use> found;
    private final Map<String, ExpressionTree> constants = new HashMap<>();

    private Patterns(CompilationUnitTree unit, Trees trees, List<Use> found) {
        this.unit = unit;
        this.trees = trees;
        this.found = found;
    }

    static List<Use> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return of(files.filter(f -> f.toString().endsWith(".java")).sorted().toList());
        }
    }

    static List<Use> of(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        List<Use> found = new ArrayList<>();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                new Patterns(unit, Trees.instance(task), found).scan(unit, null);
            }
        }
        return found;
    }

    /** Constants first: they may stand below what uses them. */
    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree v && v.getInitializer() != null) {
                constants.put(v.getName().toString(), v.getInitializer());
            }
        }
        return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (call.getMethodSelect().toString().equals("Sentence.of")) {
            int arguments = call.getArguments().size() - 1;
            values(call.getArguments().getFirst())
                    .forEach(pattern -> found.add(new Use(where(call), room(), pattern, arguments)));
        }
        return super.visitMethodInvocation(call, nothing);
    }

    /** What a constant expression may be; an empty list for what is none. */
    private Stream<List<String>> values(ExpressionTree e) {
        return switch (e) {
            case LiteralTree l when l.getValue() instanceof String s -> Stream.of(List.of(s));
            case ParenthesizedTree p -> values(p.getExpression());
            case ConditionalExpressionTree c ->
                Stream.concat(values(c.getTrueExpression()), values(c.getFalseExpression()));
            case BinaryTree b
            when b.getKind() == Tree.Kind.PLUS ->
                values(b.getLeftOperand())
                        .flatMap(left -> values(b.getRightOperand())
                                .map(right -> left.isEmpty() || right.isEmpty()
                                        ? List.<String>of()
                                        : List.of(left.getFirst() + right.getFirst())));
            case IdentifierTree i
            when constants.containsKey(i.getName().toString()) ->
                values(constants.get(i.getName().toString()));
            default -> Stream.of(List.of());
        };
    }

    private String where(Tree tree) {
        long at = trees.getSourcePositions().getStartPosition(unit, tree);
        return Path.of(unit.getSourceFile().toUri()).getFileName() + ":"
                + unit.getLineMap().getLineNumber(at);
    }

    private String room() {
        String[] parts = unit.getPackageName().toString().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }
}
