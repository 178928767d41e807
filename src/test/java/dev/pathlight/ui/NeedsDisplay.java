package dev.pathlight.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * These tests open windows. Without a display they are left out with a printed reason; ./check brings a display of its own
 * and sets {@code pathlight.display=required}, and then nothing is left out.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsDisplay.Condition.class)
public @interface NeedsDisplay {
    /** Asks for $DISPLAY, the only platform on which every gesture works. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean required = "required".equals(System.getProperty("pathlight.display"));
            if (required || !System.getenv().getOrDefault("DISPLAY", "").isEmpty()) {
                return ConditionEvaluationResult.enabled("there is a display");
            }
            String reason = "left out, no display: " + context.getDisplayName() + " (./check brings one)";
            System.err.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
