package dev.pathlight.check;

import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.nio.charset.StandardCharsets;

/**
 * The drawing that the rules' tests vary: node n with namespaces a and b, whose eth0 are joined by one cable. Parts are
 * written as in a file, with ' for ".
 */
record Lab(String node, String a, String b, String cables, String rest) {
    static final String ETH_A = "'interfaces': [{'name': 'eth0', 'addresses': ['10.0.0.1/24']}]";
    static final String ETH_B = "'interfaces': [{'name': 'eth0', 'addresses': ['10.0.0.2/24']}]";
    static final String CABLE = "{'ends': ['n/a/eth0', 'n/b/eth0']}";

    static Lab plain() {
        return new Lab("", ETH_A, ETH_B, CABLE, "");
    }

    /** More fields of node n. */
    Lab node(String fields) {
        return new Lab(fields + ", ", a, b, cables, rest);
    }

    /** The fields of namespace a. */
    Lab a(String fields) {
        return new Lab(node, fields, b, cables, rest);
    }

    Lab moreA(String fields) {
        return a(a + ", " + fields);
    }

    /** The fields of eth0 in namespace a, after its name. */
    Lab ethA(String fields) {
        return a("'interfaces': [{'name': 'eth0', " + fields + "}]");
    }

    Lab b(String fields) {
        return new Lab(node, a, fields, cables, rest);
    }

    Lab ethB(String fields) {
        return b("'interfaces': [{'name': 'eth0', " + fields + "}]");
    }

    Lab cables(String list) {
        return new Lab(node, a, b, list, rest);
    }

    Lab plus(String topLevelFields) {
        return new Lab(node, a, b, cables, ", " + topLevelFields);
    }

    String json() {
        return """
            {'version': 1, 'name': 'lab',
             'nodes': [{'name': 'n', %s'namespaces': [{'name': 'a', %s}, {'name': 'b', %s}]}],
             'cables': [%s]%s}
            """.formatted(node, a, b, cables, rest).replace('\'', '"');
    }

    ReadResult.Good read() {
        return switch (TopologyReader.read("lab.json", json().getBytes(StandardCharsets.UTF_8))) {
            case ReadResult.Good good -> good;
            case ReadResult.Bad bad -> throw new AssertionError(json() + bad.faults());
        };
    }
}
