package dev.pathlight.topology.json;

import dev.pathlight.topology.Sentence;
import java.util.Optional;

/** The version of a format, which every file of ours begins with. */
public final class Version {
    private Version() {}

    /** Another version has other fields: naming those as unknown would only hide the one true fault. */
    public static boolean isOurs(Fields f, int version) {
        Optional<Json> written = f.json("version");
        if (written.isEmpty()) {
            f.fault(
                    "version",
                    Sentence.of("\"{0}\" is missing", "version"),
                    Sentence.of("Begin the file with \"version\": {0}.", version));
            return false;
        }
        boolean ours = written.get() instanceof Json.Num n
                && Numbers.whole(n.digits())
                        .filter(v -> v.longValueExact() == version)
                        .isPresent();
        if (!ours) {
            Sentence what = written.get() instanceof Json.Num n
                    ? Sentence.verbatim(n.digits())
                    : written.get().what();
            f.fault(
                    "version",
                    Sentence.of("the version of the format is {0}; this Pathlight reads version {1}", what, version),
                    Sentence.of("Use a newer Pathlight, or write \"version\": {0} when it is one.", version));
        }
        return ours;
    }
}
