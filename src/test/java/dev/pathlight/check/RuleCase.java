package dev.pathlight.check;

/** A drawing that trips a rule by just this finding, and its nearest innocent neighbour. */
record RuleCase(String finding, Lab tripping, Lab innocent) {
    @Override
    public String toString() {
        return finding;
    }
}
