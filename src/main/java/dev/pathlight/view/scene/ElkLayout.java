package dev.pathlight.view.scene;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.eclipse.elk.alg.layered.options.InternalProperties;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** The door to ELK's layered layout: the only class that knows the library. */
final class ElkLayout {
    private static final double PADDING = 32;
    private static final double GAP = 60;
    /** Between layers where lines lead right: two labels, one behind the other. */
    private static final double REACH = 330;
    /** Between what stands in a namespace and the namespace's edge. */
    private static final double INSIDE = 24;
    /** What separate groups of boxes should fill together: about a screen, its width by its height. */
    private static final double SCREEN = 1.6;

    private final Sketch sketch;
    private final Sketch.Flow flow;
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();

    private ElkLayout(Sketch sketch, Sketch.Flow flow) {
        this.sketch = sketch;
        this.flow = flow;
    }

    /** Every box's place, by its path. {@code progress} is told 0..1 from time to time. */
    static Map<String, Rect> place(Sketch sketch, Sketch.Flow flow, DoubleConsumer progress) {
        return new ElkLayout(sketch, flow).place(progress);
    }

    private Map<String, Rect> place(DoubleConsumer progress) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        root.setProperty(LayeredOptions.ASPECT_RATIO, SCREEN);
        configure(root, apart());
        sketch.boxes().forEach(b -> add(root, b));
        sketch.lines().forEach(l -> {
            ElkPort from = port(l.from());
            ElkPort to = port(l.to());
            ElkGraphUtil.createSimpleEdge(from, to);
        });
        new RecursiveGraphLayoutEngine().layout(root, new Progress(progress));
        Map<String, Rect> places = new HashMap<>();
        nodes.forEach((path, n) -> places.put(path, absolute(n)));
        return places;
    }

    private void configure(ElkNode parent, double layers) {
        boolean down = flow == Sketch.Flow.DOWN;
        parent.setProperty(CoreOptions.DIRECTION, down ? Direction.DOWN : Direction.RIGHT);
        // Cables are drawn as curves; this leaves long ones a way between boxes without widening the gaps for bends.
        parent.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        parent.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        // Whoever drew ns1 before ns2 expects it on the left.
        parent.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        // ELK 0.12.1 counts the nodes for that in the outermost graph only, and asks every graph.
        parent.setProperty(
                InternalProperties.MAX_MODEL_ORDER_NODES, sketch.boxes().size());
        parent.setProperty(LayeredOptions.SPACING_NODE_NODE, GAP);
        parent.setProperty(LayeredOptions.SPACING_EDGE_NODE, 40.0);
        parent.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 2 * GAP);
        parent.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, layers);
    }

    private double apart() {
        return flow == Sketch.Flow.DOWN ? NodeArranger.RISE : REACH;
    }

    private void add(ElkNode root, Sketch.Box b) {
        ElkNode parent = b.parent().map(nodes::get).orElse(root);
        ElkNode n = ElkGraphUtil.createNode(parent);
        n.setDimensions(b.width(), b.height());
        n.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.PORTS, SizeConstraint.MINIMUM_SIZE));
        n.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(b.width(), b.height()));
        n.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FREE);
        n.setProperty(LayeredOptions.SPACING_PORT_PORT, 36.0);
        n.setProperty(CoreOptions.PADDING, new ElkPadding(b.title(), PADDING, b.foot(), PADDING));
        // What stands in a box within a box leads out of it at once.
        configure(n, b.parent().isEmpty() ? apart() : INSIDE);
        nodes.put(b.path(), n);
    }

    private ElkPort port(Sketch.End end) {
        ElkNode owner = nodes.get(end.box());
        if (owner == null) {
            throw new IllegalArgumentException("no box " + end.box());
        }
        ElkPort p = ElkGraphUtil.createPort(owner);
        boolean down = flow == Sketch.Flow.DOWN;
        p.setDimensions(down ? end.room() : 1, down ? 1 : 40);
        return p;
    }

    private static Rect absolute(ElkNode n) {
        double x = n.getX();
        double y = n.getY();
        for (ElkNode p = n.getParent(); p != null; p = p.getParent()) {
            x += p.getX();
            y += p.getY();
        }
        return new Rect(Math.round(x), Math.round(y), Math.ceil(n.getWidth()), Math.ceil(n.getHeight()));
    }

    /** Passes on how far the layout is. */
    private static final class Progress extends BasicProgressMonitor {
        private final DoubleConsumer told;
        private double work;

        Progress(DoubleConsumer told) {
            this.told = told;
        }

        @Override
        protected void doBegin(String name, float totalWork, boolean isRoot, int maxHierarchyLevels) {
            work = 0;
        }

        @Override
        protected void doWorked(float completed, float total, boolean isRoot) {
            if (total > 0 && completed / total > work + 0.02) {
                work = completed / total;
                told.accept(Math.min(1, work));
            }
        }
    }
}
