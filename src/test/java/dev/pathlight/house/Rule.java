package dev.pathlight.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;

/** A rule of the house, asked of one class at a time. */
interface Rule {
    /** The word an excuse names it by. */
    String name();

    /** How {@code type} breaks the rule; nothing when it keeps it. */
    Stream<String> breaches(Building building, JavaClass type);

    /** What a rule says about a class, for rules written as a lambda. */
    interface Sayings {
        Stream<String> of(Building building, JavaClass type);
    }

    static Rule named(String name, Sayings sayings) {
        return new Rule() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Stream<String> breaches(Building building, JavaClass type) {
                return sayings.of(building, type);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
