package dev.pathlight.view.writing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists with one item changed. */
final class Item {
    private Item() {}

    static <T> List<T> set(List<T> list, int index, T item) {
        List<T> next = new ArrayList<>(list);
        next.set(index, item);
        return next;
    }

    static <T> List<T> insert(List<T> list, int index, T item) {
        List<T> next = new ArrayList<>(list);
        next.add(index, item);
        return next;
    }

    static <T> List<T> without(List<T> list, int index) {
        List<T> next = new ArrayList<>(list);
        next.remove(index);
        return next;
    }

    /** The item a place down, or up when {@code by} is -1; as it was where there is no such place. */
    static <T> List<T> moved(List<T> list, int index, int by) {
        List<T> next = new ArrayList<>(list);
        if (index + by >= 0 && index + by < list.size()) {
            Collections.swap(next, index, index + by);
        }
        return next;
    }
}
