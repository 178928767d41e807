package dev.pathlight.house;

import static java.util.function.Predicate.not;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules that are asked of compiled classes. */
final class Rules {
    static final List<Rule> ALL = List.of(
            Rule.named("corridor", Rules::looksRight),
            Rule.named("libraries", Rules::borrows),
            Rule.named("pure", Rules::touchesTheWorld),
            Rule.named("static-state", StaticState::of),
            Rule.named("console", Rules::prints),
            Rule.named("threads", Threads::of),
            Rule.named("fx-thread", Rules::runsLater),
            Rule.named("names", Rules::isNamedForNothing));

    private static final Set<String> PURE = Set.of("topology", "check", "plan", "wire", "trace");
    private static final Set<String> READS_FILES = Set.of("topology.json");
    private static final Pattern WORLD =
            Pattern.compile("java\\.(nio\\.file|nio\\.channels|net\\.(?!Inet)|lang\\.Process)"
                    + ".*|java\\.io\\.(File|RandomAccess|Console).*");
    private static final Pattern EMPTY_WORD =
            Pattern.compile("(^|[.$])(utils?|common|helpers?|managers?|impl)\\.|(Utils?|Helper|Manager|Impl)$");

    private Rules() {}

    private static Stream<String> looksRight(Building building, JavaClass type) {
        var room = Rooms.roomOf(building.relative(type));
        if (room.isEmpty()) {
            return Stream.of("stands in no room of the house; the rooms are " + Rooms.names());
        }
        return targets(type)
                .filter(building::owns)
                .map(building::relative)
                .filter(other -> !Rooms.roomOf(other)
                        .map(seen -> Rooms.maySee(room.get(), seen))
                        .orElse(false))
                .map(other -> "may not see " + other);
    }

    private static Stream<String> borrows(Building building, JavaClass type) {
        return targets(type)
                .filter(not(building::owns))
                .filter(not(JavaClass::isPrimitive))
                .map(JavaClass::getName)
                .filter(not("dev.pathlight.house.HouseException"::equals))
                .filter(foreign -> !Rooms.mayUse(building.relative(type), foreign))
                .map(foreign -> "may not use " + foreign);
    }

    private static Stream<String> touchesTheWorld(Building building, JavaClass type) {
        String relative = building.relative(type);
        if (!Rooms.isIn(PURE, relative) || Rooms.isIn(READS_FILES, relative)) {
            return Stream.empty();
        }
        return targets(type)
                .map(JavaClass::getName)
                .filter(WORLD.asMatchPredicate())
                .map(foreign -> "is pure and may not touch " + foreign);
    }

    private static Stream<String> prints(Building building, JavaClass type) {
        if (Rooms.isIn(Set.of("cli"), building.relative(type))) {
            return Stream.empty();
        }
        return type.getAccessesFromSelf().stream()
                .filter(access ->
                        is(access, System.class, "out|err") || access.getName().equals("printStackTrace"))
                .map(access -> access.getOrigin().getName() + " uses " + access.getName());
    }

    private static Stream<String> runsLater(Building building, JavaClass type) {
        if (Rooms.isIn(Set.of("view.FxThread"), building.relative(type))) {
            return Stream.empty();
        }
        return type.getAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().getName().equals("javafx.application.Platform")
                        && access.getName().equals("runLater"))
                .map(access -> access.getOrigin().getName() + " calls Platform.runLater; FxThread is the only door");
    }

    private static Stream<String> isNamedForNothing(Building building, JavaClass type) {
        return EMPTY_WORD.matcher(building.relative(type)).find()
                ? Stream.of("is named for nothing it does")
                : Stream.empty();
    }

    static boolean is(JavaAccess<?> access, Class<?> owner, String names) {
        return access.getTargetOwner().isAssignableTo(owner) && access.getName().matches(names);
    }

    private static Stream<JavaClass> targets(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .distinct();
    }

    static boolean isWritten(Set<JavaModifier> modifiers) {
        return !modifiers.contains(JavaModifier.SYNTHETIC);
    }
}
