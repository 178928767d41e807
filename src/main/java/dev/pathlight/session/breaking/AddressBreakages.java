package dev.pathlight.session.breaking;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.LinkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done wrong with addresses; of IPv6 what can be: a duplicate is found out by the kernel before it is used. */
record AddressBreakages(Stacks stacks, Stack stack) {
    /** A mask too wide by one number of the four. */
    private static final int WIDER = 8;

    Stream<Breakage> all() {
        return stack.devices().stream()
                .flatMap(d ->
                        Stream.of(noMask(d), noPrefix(d), wideMask(d), twin(d)).flatMap(Optional::stream));
    }

    /** Of several, the others would change their order. */
    private Optional<Cidr> onlyAddress(LinkRow device) {
        List<Cidr> own = stack.addresses(device, false);
        return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
    }

    /** As {@code ip address add} takes it without a mask. */
    private Optional<Breakage> noMask(LinkRow device) {
        return onlyAddress(device)
                .filter(a -> a.prefix() < a.address().width())
                .map(a -> new Cidr(a.address(), a.address().width()))
                .map(wrong -> mask(
                        device, wrong, Sentence.of("{0} has no mask, its address is {1}", stack.name(device), wrong)));
    }

    /** The same with IPv6, which has no address twice at a device: the right one goes first, and its network's route with it. */
    private Optional<Breakage> noPrefix(LinkRow device) {
        List<Cidr> own = stack.addresses(device, true);
        return own.size() == 1
                        && own.getFirst().prefix() < own.getFirst().address().width()
                ? Optional.of(own.getFirst()).map(right -> {
                    Cidr wrong = new Cidr(right.address(), right.address().width());
                    return new Breakage(
                            Breakage.Kind.WRONG_MASK,
                            stack.port(device).toString(),
                            Sentence.of("{0} has no prefix, its address is {1}", stack.name(device), wrong),
                            List.of(delete(stack, device, right), add(stack, device, wrong)),
                            List.of(delete(stack, device, wrong), add(stack, device, right)));
                })
                : Optional.empty();
    }

    /** Where it takes strangers for neighbours then. */
    private Optional<Breakage> wideMask(LinkRow device) {
        return onlyAddress(device)
                .filter(a -> a.prefix() > WIDER && a.prefix() < a.address().width())
                .map(a -> new Cidr(a.address(), a.prefix() - WIDER))
                .filter(wide -> stacks.holders()
                        .map(h -> h.address().address())
                        .anyMatch(x -> wide.contains(x)
                                && !onlyAddress(device).orElseThrow().contains(x)))
                .map(wide -> mask(
                        device,
                        wide,
                        Sentence.of("{0} has the wrong mask, its address is {1}", stack.name(device), wide)));
    }

    /** The new one comes before the old one goes: with a device's last address all routes by it would go. */
    private Breakage mask(LinkRow device, Cidr wrong, Sentence words) {
        Cidr right = onlyAddress(device).orElseThrow();
        return new Breakage(
                Breakage.Kind.WRONG_MASK,
                stack.port(device).toString(),
                words,
                List.of(add(stack, device, wrong), delete(stack, device, right)),
                List.of(add(stack, device, right), delete(stack, device, wrong)));
    }

    private static NetOp add(Stack at, LinkRow device, Cidr address) {
        return new NetOp.AddAddress(at.id(), device.index(), new IfName(device.name()), address);
    }

    private static NetOp delete(Stack at, LinkRow device, Cidr address) {
        return new NetOp.DeleteAddress(at.id(), device.index(), new IfName(device.name()), address);
    }

    /** Gives a device an address that a neighbour of it has. */
    private Optional<Breakage> twin(LinkRow device) {
        return victim(device).map(v -> {
            Cidr address = v.address();
            List<NetOp> undoing = new ArrayList<>();
            undoing.add(delete(stack, device, address));
            undoing.addAll(forget(device, v));
            return new Breakage(
                    Breakage.Kind.DUPLICATE_ADDRESS,
                    stack.port(device).toString(),
                    Sentence.of(
                            "{0} has an address of {1} as well, {2}", stack.name(device), v.name(), address.address()),
                    List.of(add(stack, device, address)),
                    undoing);
        });
    }

    /** A neighbour; there is a third one too, who can take the one for the other. */
    private Optional<Stacks.Holder> victim(LinkRow device) {
        Optional<Cidr> own = onlyAddress(device);
        boolean speaks = own.isPresent() || device.kind().equals("bridge");
        List<Stacks.Holder> others = stacks.beside(stack, device).stream()
                .filter(h ->
                        own.isEmpty() || own.get().network().equals(h.address().network()))
                .toList();
        return speaks && others.size() > 1 ? Optional.of(others.getLast()) : Optional.empty();
    }

    /** Whoever asked meanwhile may go on for minutes with the answer of the wrong one. */
    private List<NetOp> forget(LinkRow device, Stacks.Holder victim) {
        return stacks.beside(stack, device).stream()
                .filter(h -> !h.stack().id().equals(victim.stack().id()))
                .<NetOp>map(h -> new NetOp.DeleteNeighbour(
                        h.stack().id(),
                        h.device().index(),
                        new IfName(h.device().name()),
                        victim.address().address()))
                .toList();
    }
}
