package dev.pathlight.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This class may break one rule of the house, for a written reason. A committed file holds how many such classes there are;
 * the number may only fall.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface HouseException {
    /** The rule's name, as the house test prints it. */
    String rule();

    /** Why the rule cannot hold here. */
    String why();
}
