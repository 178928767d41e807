package dev.pathlight.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/** Threads are made only where they belong, and every one has a name. */
final class Threads {
    private static final Set<String> PLACES = Set.of("machine", "live", "session", "Wiring");

    private Threads() {}

    static Stream<String> of(Building building, JavaClass type) {
        boolean allowed = Rooms.isIn(PLACES, building.relative(type));
        return type.getCodeUnits().stream()
                .flatMap(unit -> unit.getAccessesFromSelf().stream()
                        .filter(Threads::startsOne)
                        .filter(access -> !allowed || !isNamed(unit, access))
                        .map(access ->
                                unit.getName() + (allowed ? " makes a thread without a name" : " makes a thread")));
    }

    private static boolean startsOne(JavaAccess<?> access) {
        if (access instanceof JavaConstructorCall) {
            return Stream.of(Thread.class, Timer.class, ForkJoinPool.class)
                    .anyMatch(access.getTargetOwner()::isAssignableTo);
        }
        return Rules.is(access, Thread.class, "ofPlatform|ofVirtual|startVirtualThread")
                || Rules.is(access, Executors.class, "new.*")
                || Rules.is(access, CompletableFuture.class, ".*Async")
                || access.getName().matches("parallelStream|parallel");
    }

    private static boolean isNamed(JavaCodeUnit unit, JavaAccess<?> access) {
        if (access instanceof JavaConstructorCall call) {
            return call.getTarget().getRawParameterTypes().stream().anyMatch(p -> p.isEquivalentTo(String.class));
        }
        if (Rules.is(access, Thread.class, "ofPlatform|ofVirtual")) {
            return unit.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> Rules.is(call, Thread.Builder.class, "name"));
        }
        return unit.getMethodCallsFromSelf().stream()
                .filter(call -> call.equals(access))
                .flatMap(call -> call.getTarget().getRawParameterTypes().stream())
                .anyMatch(p -> p.isEquivalentTo(ThreadFactory.class));
    }
}
