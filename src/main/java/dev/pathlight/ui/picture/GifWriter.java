package dev.pathlight.ui.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures one after another as an animated GIF (GIF89a) with one palette; each stands on what was before it. */
final class GifWriter implements AutoCloseable {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    /** Netscape's extension: played again, for ever. */
    private static final byte[] FOR_EVER = {1, 0, 0};

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream out;
    private final IndexColorModel colours;
    private boolean begun;

    GifWriter(OutputStream to, IndexColorModel colours) throws IOException {
        this.colours = colours;
        out = ImageIO.createImageOutputStream(to);
        writer.setOutput(out);
    }

    /** @param dots of the whole picture, {@code width} a line; only {@code part} of it is written */
    void write(byte[] dots, int width, Rectangle part, int hundredths) throws IOException {
        BufferedImage image = new BufferedImage(part.width, part.height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        byte[] line = new byte[part.width];
        for (int y = 0; y < part.height; y++) {
            System.arraycopy(dots, (part.y + y) * width + part.x, line, 0, part.width);
            image.getRaster().setDataElements(0, y, part.width, 1, line);
        }
        ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
        if (!begun) {
            writer.prepareWriteSequence(null);
        }
        IIOMetadata about = writer.getDefaultImageMetadata(type, writer.getDefaultWriteParam());
        about.setFromTree(FORMAT, described((IIOMetadataNode) about.getAsTree(FORMAT), part, hundredths));
        writer.writeToSequence(new IIOImage(image, null, about), writer.getDefaultWriteParam());
        begun = true;
    }

    private IIOMetadataNode described(IIOMetadataNode root, Rectangle part, int hundredths) {
        IIOMetadataNode place = child(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(part.x));
        place.setAttribute("imageTopPosition", Integer.toString(part.y));
        IIOMetadataNode time = child(root, "GraphicControlExtension");
        time.setAttribute("disposalMethod", "doNotDispose");
        time.setAttribute("userInputFlag", "FALSE");
        time.setAttribute("transparentColorFlag", "FALSE");
        time.setAttribute("delayTime", Integer.toString(hundredths));
        time.setAttribute("transparentColorIndex", "0");
        if (!begun) {
            IIOMetadataNode again = new IIOMetadataNode("ApplicationExtension");
            again.setAttribute("applicationID", "NETSCAPE");
            again.setAttribute("authenticationCode", "2.0");
            again.setUserObject(FOR_EVER.clone());
            child(root, "ApplicationExtensions").appendChild(again);
        }
        return root;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        if (root.getElementsByTagName(name).item(0) instanceof IIOMetadataNode there) {
            return there;
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }

    @Override
    public void close() throws IOException {
        writer.endWriteSequence();
        writer.dispose();
        out.close();
    }
}
