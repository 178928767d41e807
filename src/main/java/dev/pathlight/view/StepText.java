package dev.pathlight.view;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.NetOp.VethEnd;
import dev.pathlight.topology.SpaceId;

/** Says a plan's step as a sentence. */
final class StepText {
    private final Phrases phrases;

    StepText(Phrases phrases) {
        this.phrases = phrases;
    }

    String sentence(NetOp op) {
        String place = place(op.space());
        return switch (op) {
            case NetOp.MakeNamespace o -> phrases.say("step.namespace", place);
            case NetOp.DropNamespace o -> phrases.say("step.namespace.drop", place);
            case NetOp.WriteSysctl o -> phrases.say("step.sysctl", place, o.key(), o.value());
            case NetOp.CreateBridge o -> phrases.say("step.bridge", place, o.name());
            case NetOp.CreateVeth o -> phrases.say("step.cable", end(o.a()), end(o.b()));
            case NetOp.JoinBridge o -> phrases.say("step.join", o.port(), o.bridge());
            case NetOp.SetUp o -> phrases.say(o.up() ? "step.up" : "step.down", place, o.name());
            case NetOp.SetMtu o -> phrases.say("step.mtu", place, o.name(), o.mtu());
            case NetOp.SetSnooping o -> phrases.say(o.on() ? "step.snooping" : "step.snooping.off", o.bridge());
            case NetOp.SetHairpin o -> phrases.say(o.on() ? "step.hairpin" : "step.hairpin.off", o.port());
            case NetOp.DeleteLink o -> phrases.say("step.link.drop", place, o.name());
            case NetOp.AddAddress o -> phrases.say("step.address", place, o.device(), o.address());
            case NetOp.DeleteAddress o -> phrases.say("step.address.drop", place, o.device(), o.address());
            case NetOp.AddRoute o -> phrases.say("step.route", place, route(o));
            case NetOp.DeleteRoute o ->
                phrases.say("step.route.drop", place, o.route().destination());
            case NetOp.AwaitUsable o -> phrases.say("step.await", place, o.name());
        };
    }

    private static String place(SpaceId space) {
        return Places.shortName(space);
    }

    private static String end(VethEnd end) {
        return place(end.space()) + " " + end.name();
    }

    private static String route(NetOp.AddRoute o) {
        return o.route().destination()
                + o.route().via().map(v -> " via " + v).orElse("")
                + o.route().device().map(d -> " dev " + d).orElse("");
    }
}
