package dev.pathlight.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextInputControl;

/** What was typed and could not be taken, kept while other things are looked at. */
final class Drafts {
    /** What stood on the drawing when it was typed: a draft of something that has changed since is none. */
    private record Draft(String before, String text) {}

    private final Map<String, Draft> drafts = new HashMap<>();
    private Optional<String> focused = Optional.empty();

    /** Keeps what stands in the fields of the thing at {@code path}. */
    void keep(String path, Collection<TypedField> fields) {
        focused = Optional.empty();
        for (TypedField f : fields) {
            String key = path + " " + f.field().getId();
            if (f.isDraft()) {
                drafts.put(key, new Draft(f.before(), f.field().getText()));
            } else {
                drafts.remove(key);
            }
            if (f.field().isFocused()) {
                focused = Optional.of(key);
            }
        }
    }

    /** Puts back what was kept, and the cursor into the field it was in. */
    void restore(String path, Collection<TypedField> fields) {
        for (TypedField f : fields) {
            TextInputControl field = f.field();
            String key = path + " " + field.getId();
            Optional.ofNullable(drafts.get(key))
                    .filter(d -> d.before().equals(f.before()))
                    .ifPresent(d -> field.setText(d.text()));
            if (focused.equals(Optional.of(key))) {
                field.requestFocus();
                field.end();
            }
        }
    }

    void clear() {
        drafts.clear();
    }
}
