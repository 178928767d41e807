package dev.pathlight.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;

/** Compiled classes that stand in rooms under one root package. */
record Building(String root, JavaClasses classes) {
    /** Our own classes: only what the main build made. */
    static Building ours() {
        String classFiles = HouseException.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return new Building("dev.pathlight", new ClassFileImporter().importPath(Path.of(classFiles)));
    }

    /** The wrong classes, and their innocent neighbours, that prove each rule. */
    static Building planted() {
        String root = "dev.pathlight.house.planted";
        return new Building(root, new ClassFileImporter().importPackages(root));
    }

    boolean owns(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    String relative(JavaClass type) {
        return type.getName().substring(root.length() + 1);
    }

    /** The breaches of a rule that no annotation excuses, in order. */
    List<Breach> breaches(Rule rule) {
        return classes.stream()
                .filter(type -> !isExcused(type, rule.name()))
                .flatMap(type -> rule.breaches(this, type).distinct().map(what -> new Breach(relative(type), what)))
                .sorted()
                .toList();
    }

    private static boolean isExcused(JavaClass type, String rule) {
        return type.tryGetAnnotationOfType(HouseException.class)
                        .filter(excuse -> excuse.rule().equals(rule))
                        .isPresent()
                || type.getEnclosingClass()
                        .filter(outer -> isExcused(outer, rule))
                        .isPresent();
    }

    /** How many classes hold an excuse. */
    long excuses() {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(HouseException.class))
                .count();
    }
}
