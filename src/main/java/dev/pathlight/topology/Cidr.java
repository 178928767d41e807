package dev.pathlight.topology;

import java.util.Optional;

/** An address with its prefix length, host bits kept: {@code 10.1.1.2/24}. As a network the host bits are zero. */
public record Cidr(IpAddress address, int prefix) implements Comparable<Cidr> {
    public Cidr {
        if (prefix < 0 || prefix > address.width()) {
            throw new IllegalArgumentException("prefix length " + prefix + " is not within 0.." + address.width());
        }
    }

    /** What is wrong with {@code text} as address/prefix, or empty. */
    public static Optional<Sentence> problem(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.of(
                    Sentence.of("\"{0}\" has no prefix length: write it as 10.1.1.2/24 or fd00::2/64", text));
        }
        Optional<Sentence> address = IpAddress.problem(text.substring(0, slash));
        if (address.isPresent()) {
            return address;
        }
        int width = IpAddress.parse(text.substring(0, slash)).width();
        String length = text.substring(slash + 1);
        boolean good = length.matches("0|[1-9]\\d{0,2}") && Integer.parseInt(length) <= width;
        return good
                ? Optional.empty()
                : Optional.of(Sentence.of("\"{0}\": the prefix length must be a number from 0 to {1}", text, width));
    }

    public static Cidr parse(String text) {
        Malformed.refuse(problem(text));
        int slash = text.indexOf('/');
        return new Cidr(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** The network this address lies in: host bits cleared. */
    public Cidr network() {
        return new Cidr(address.masked(prefix), prefix);
    }

    public boolean contains(IpAddress other) {
        return other.v6() == address.v6() && other.masked(prefix).equals(address.masked(prefix));
    }

    @Override
    public int compareTo(Cidr o) {
        int c = address.compareTo(o.address);
        return c != 0 ? c : Integer.compare(prefix, o.prefix);
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
