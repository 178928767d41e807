package dev.pathlight.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No static mutable state: nothing static that can change, as far as types and initialisers tell. */
final class StaticState {
    private static final String CHANGING_COLLECTION =
            "java\\.util\\.(Array(List|Deque)|(Linked|Tree|Weak|Identity)?Hash(Map|Set)|TreeMap|TreeSet|LinkedList|EnumMap"
                + "|PriorityQueue|BitSet|Stack|Vector)";
    private static final Pattern CHANGING = Pattern.compile(CHANGING_COLLECTION
            + "|java\\.util\\.concurrent\\.(?!TimeUnit).*|java\\.util\\.Random|java\\.lang\\.(StringBuilder|ThreadLocal)"
            + "|java\\.nio\\..*Buffer|javafx\\.beans\\.property\\..*|javafx\\.collections\\.Observable.*");
    private static final Pattern NEW_COLLECTION = Pattern.compile(CHANGING_COLLECTION);

    private StaticState() {}

    static Stream<String> of(Building building, JavaClass type) {
        return type.getFields().stream()
                .filter(field ->
                        field.getModifiers().contains(JavaModifier.STATIC) && Rules.isWritten(field.getModifiers()))
                .flatMap(field -> sayingOf(type, field));
    }

    private static Stream<String> sayingOf(JavaClass type, JavaField field) {
        JavaClass held = field.getRawType();
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return Stream.of("static " + field.getName() + " is not final");
        }
        if (CHANGING.matcher(held.getName()).matches()) {
            return Stream.of("static " + field.getName() + " is a " + held.getSimpleName() + ", which changes");
        }
        if (held.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE)) {
            return Stream.of("static " + field.getName() + " is an array others can write to");
        }
        boolean collection = held.isAssignableTo(Collection.class) || held.isAssignableTo(Map.class);
        return collection && initialiserKeepsWhatItFills(type)
                ? Stream.of("static " + field.getName() + " holds a collection that changes")
                : Stream.empty();
    }

    private static boolean initialiserKeepsWhatItFills(JavaClass type) {
        var initialiser = type.getStaticInitializer();
        if (initialiser.isEmpty()) {
            return false;
        }
        boolean makes = initialiser.get().getConstructorCallsFromSelf().stream()
                .anyMatch(call ->
                        NEW_COLLECTION.matcher(call.getTargetOwner().getName()).matches());
        boolean freezes = initialiser.get().getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                        call.getName().equals("copyOf") || call.getName().startsWith("unmodifiable"));
        return makes && !freezes;
    }
}
