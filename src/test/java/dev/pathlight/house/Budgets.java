package dev.pathlight.house;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** How large files, methods and constructors may be, in lines and parameters. */
record Budgets(int fileMedian, int filePercentile95, int file, int methodPercentile95, int method, int parameters) {
    static final Budgets HOUSE = new Budgets(80, 250, 400, 25, 60, 7);

    /** A test reads from top to bottom and may be longer; how its lines are spread is left to its author. */
    static final Budgets TESTS = new Budgets(400, 400, 400, 60, 60, 7);

    /** What lies over the budget, one line each. */
    List<String> exceeded(List<Source> sources) {
        var methods =
                sources.stream().flatMap(source -> source.methods().stream()).toList();
        return Stream.of(
                        spread("median file", fileMedian, percentile(sources, 50, Source::lines)),
                        spread("95 % of files", filePercentile95, percentile(sources, 95, Source::lines)),
                        spread("95 % of methods", methodPercentile95, percentile(methods, 95, Source.Method::lines)),
                        sources.stream().flatMap(this::exceededIn))
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<String> exceededIn(Source source) {
        String name = source.file().getFileName() + ": ";
        return Stream.concat(
                spread(name + "the file", file, source.lines()),
                source.methods().stream()
                        .flatMap(m -> Stream.concat(
                                spread(name + m.name(), method, m.lines()),
                                spread(name + m.name() + ", parameters", parameters, m.parameters()))));
    }

    private static Stream<String> spread(String what, int budget, int found) {
        return found > budget ? Stream.of(what + ": " + found + ", the budget is " + budget) : Stream.empty();
    }

    static <T> int percentile(List<T> things, int percent, ToIntFunction<T> size) {
        int[] sorted = things.stream().mapToInt(size).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
