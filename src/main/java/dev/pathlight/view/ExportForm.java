package dev.pathlight.view;

/** What a drawing can become in a file. */
public enum ExportForm {
    SVG("svg", "export.svg"),
    PNG("png", "export.png"),
    PDF("pdf", "export.pdf"),
    /** The journey that plays. */
    GIF("gif", "export.gif"),
    /** A shell script; one that undoes it is written beside it. */
    SCRIPT("sh", "export.sh"),
    MERMAID("mmd", "export.mmd"),
    DOT("dot", "export.dot"),
    JSON("json", "export.json");

    private final String extension;
    private final String phrase;

    ExportForm(String extension, String phrase) {
        this.extension = extension;
        this.phrase = phrase;
    }

    /** What the file's name ends in, without the dot. */
    public String extension() {
        return extension;
    }

    /** The phrase that says what it is. */
    public String phrase() {
        return phrase;
    }
}
