package dev.pathlight.plan;

/**
 * The stages of a plan, in order. Links come up silent (IPv6 off, no address), captures open between LINKS and
 * CONFIGURE, so that the first packet is already seen.
 */
public enum Stage {
    /** Where something runs already: what is not drawn any more goes, and what is called otherwise is renamed. */
    REMOVE,
    /** Namespaces are made and their sysctls written, in parallel. */
    SPACES,
    /** Bridges and cables are made, joined and set up; nothing can send yet. */
    LINKS,
    /** IPv6 on, addresses, routes. */
    CONFIGURE,
    /** What was kept off while building goes on; every link is asked for until it is usable. */
    READY,
    /** Containers are started: their network is as it was drawn, and what they say is seen. */
    CONTAINERS
}
