package dev.pathlight.view;

import dev.pathlight.check.Finding;
import dev.pathlight.check.Mend;
import java.util.List;

/** Something found wrong, and the ways to mend it at once, the likeliest first; none where somebody has to think. */
public record Trouble(Finding finding, List<Mend> mends) {
    public Trouble {
        mends = List.copyOf(mends);
    }

    public String path() {
        return finding.element();
    }
}
