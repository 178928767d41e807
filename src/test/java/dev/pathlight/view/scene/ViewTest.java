package dev.pathlight.view.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewTest {
    @Test
    void screenAndDrawingAgreeBothWays() {
        View v = new View(1.7, -33, 12.5);
        Pt p = new Pt(123.4, -56.7);
        assertThat(v.toWorld(v.toScreen(p)).distance(p)).isLessThan(1e-9);
    }

    @Test
    void whatIsUnderThePointerStaysThereWhileZooming() {
        Random random = new Random(1);
        View v = View.PLAIN;
        for (int i = 0; i < 500; i++) {
            Pt pointer = new Pt(random.nextInt(1900), random.nextInt(1000));
            Pt under = v.toWorld(pointer);
            v = v.zoomed(pointer, 0.5 + random.nextDouble());
            assertThat(v.toScreen(under).distance(pointer)).isLessThan(1e-6);
            assertThat(v.scale()).isBetween(View.MIN_SCALE, View.MAX_SCALE);
        }
    }

    @Test
    void fittingShowsEverythingInTheMiddle() {
        Rect all = new Rect(-500, 200, 3000, 900);
        View v = View.fitting(all, 1280, 800, 40, 2);
        Rect visible = v.visible(1280, 800);
        assertThat(visible.contains(all)).isTrue();
        assertThat(visible.centre().distance(all.centre())).isLessThan(1e-6);
    }

    @Test
    void aSmallDrawingIsNotBlownUpBeyondTheLimit() {
        assertThat(View.fitting(new Rect(0, 0, 10, 10), 1280, 800, 40, 2).scale())
                .isEqualTo(2);
    }
}
