package dev.pathlight.ui;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.util.Callback;

/**
 * Shares a table's width among its columns by what stands in them: each gets what its longest text needs, as far as there is
 * room, and what is left goes to the one that may grow. Texts are monospaced.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // a policy's type in JavaFX is a raw one
final class ColumnSharing<R> extends ConstrainedColumnResizeBase implements Callback<ResizeFeatures, Boolean> {
    /** A monospaced character, and what stands beside the text, em. */
    private static final double CHARACTER = 0.603;

    private static final double PADDING = 0.85;
    private static final int CHINESE = 0x2e80;

    /** Letters of a title, which is set a little smaller and not monospaced, and what stands beside the title, em. */
    private static final double LETTER = 0.62;

    private static final String SLIM = "fijlrt .?";
    private static final double SLIM_LETTER = 0.37;
    private static final double TITLE = 0.933;
    private static final double TITLE_PADDING = 0.8;

    /** A column, and how wide it is at least, em; it is no narrower than its title. */
    record Column<R>(TableColumn<R, String> column, double floor, boolean grows) {
        double least() {
            return Math.max(floor, ems(column.getText(), ColumnSharing::letter) * TITLE + TITLE_PADDING);
        }
    }

    private final TableView<R> table;
    private final List<Column<R>> columns;
    private double em = 15;

    ColumnSharing(TableView<R> table, List<Column<R>> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** How large the type is now, px. */
    void em(double px) {
        em = px;
        again();
    }

    /** Shares anew: other texts stand in the columns. */
    void again() {
        call(new ResizeFeatures<>(table, null, 0.0));
    }

    @Override
    public Boolean call(ResizeFeatures features) {
        double room = features.getContentWidth();
        if (room <= 0 || columns.isEmpty() || features.getColumn() != null) {
            return false;
        }
        List<Double> wanted = columns.stream().map(this::wanted).toList();
        double sum = wanted.stream().mapToDouble(w -> w).sum();
        double least = columns.stream().mapToDouble(c -> c.least() * em).sum();
        long growing = columns.stream().filter(Column::grows).count();
        for (int i = 0; i < columns.size(); i++) {
            Column<R> c = columns.get(i);
            double own = c.least() * em;
            double width = wanted.get(i);
            if (sum <= room) {
                width += c.grows() ? (room - sum) / growing : 0;
            } else if (least <= room) {
                width = own + (width - own) * (room - least) / (sum - least);
            } else {
                width = own * room / least;
            }
            features.setColumnWidth(c.column(), Math.floor(width));
        }
        return true;
    }

    private double wanted(Column<R> c) {
        double longest = table.getItems().stream()
                .mapToDouble(row -> ems(c.column().getCellObservableValue(row).getValue(), letter -> CHARACTER))
                .max()
                .orElse(0);
        return Math.max(c.least(), longest + PADDING) * em;
    }

    private static double letter(int c) {
        return SLIM.indexOf(c) < 0 ? LETTER : SLIM_LETTER;
    }

    private static double ems(String text, IntToDoubleFunction letter) {
        return text.codePoints()
                .mapToDouble(c -> c >= CHINESE ? 1 : letter.applyAsDouble(c))
                .sum();
    }
}
