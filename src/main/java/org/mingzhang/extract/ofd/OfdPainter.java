package org.mingzhang.extract.ofd;

import static org.mingzhang.extract.ofd.OfdValueParser.attribute;
import static org.mingzhang.extract.ofd.OfdValueParser.children;
import static org.mingzhang.extract.ofd.OfdValueParser.numberAttribute;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ofd.OfdScene.DrawnPath;
import org.mingzhang.extract.ofd.OfdScene.DrawnPicture;
import org.w3c.dom.Element;

/**
 * Draws page objects (GB/T 33190, chapters 8 to 13) onto a scene: layers, blocks, text, paths,
 * images and composites, each positioned by its boundary and matrix. Objects that are not visible,
 * and those nested too deeply, are left out. Not thread-safe.
 */
final class OfdPainter {
  /** Deepest nesting of blocks and composites. */
  private static final int MAX_DEPTH = 16;

  private final OfdResources resources;
  private final OfdScene scene;

  OfdPainter(OfdResources resources, OfdScene scene) {
    this.resources = resources;
    this.scene = scene;
  }

  /**
   * Draws the objects of a page, layer or block.
   *
   * @param toPage transforms millimeters of the container to points of the page
   */
  void paint(Element container, AffineTransform toPage) {
    paint(container, toPage, 0);
  }

  private void paint(Element container, AffineTransform toPage, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    for (Element object : children(container)) {
      if (!"false".equals(attribute(object, "Visible", "true"))) {
        paintObject(object, toPage, depth);
      }
    }
  }

  private void paintObject(Element object, AffineTransform toPage, int depth) {
    switch (String.valueOf(object.getLocalName())) {
      case "Layer", "PageBlock", "Content" -> paint(object, toPage, depth + 1);
      case "TextObject" -> paintText(object, objectTransform(object, toPage));
      case "PathObject" -> paintPath(object, objectTransform(object, toPage));
      case "ImageObject" -> paintImage(object, objectTransform(object, toPage));
      case "CompositeObject" -> {
        Element unit = resources.findComposite(object.getAttribute("ResourceID"));
        if (unit != null) {
          paint(unit, objectTransform(object, toPage), depth + 1);
        }
      }
      default -> {
        // Other elements, such as actions and clips, draw nothing.
      }
    }
  }

  private static AffineTransform objectTransform(Element object, AffineTransform toPage) {
    AffineTransform transform = new AffineTransform(toPage);
    Rectangle2D boundary = OfdValueParser.parseBox(object.getAttribute("Boundary"));
    if (boundary != null) {
      transform.translate(boundary.getX(), boundary.getY());
    }
    transform.concatenate(OfdValueParser.parseMatrix(object));
    return transform;
  }

  /**
   * Adds the characters of a text object. Characters below U+2000 are assumed to be half an em
   * wide, others one em, since the widths of fonts are not read.
   */
  private void paintText(Element object, AffineTransform transform) {
    double size = numberAttribute(object, "Size", 3.5);
    double stretch = numberAttribute(object, "HScale", 1);
    boolean bold =
        numberAttribute(object, "Weight", 400) >= 600
            || resources.isBold(object.getAttribute("Font"));
    Rectangle2D visible = clipBounds(object, transform);
    double x = 0;
    double y = 0;
    for (Element code : children(object, "TextCode")) {
      x = numberAttribute(code, "X", x);
      y = numberAttribute(code, "Y", y);
      List<Double> right = OfdValueParser.parseDeltas(code.getAttribute("DeltaX"));
      List<Double> down = OfdValueParser.parseDeltas(code.getAttribute("DeltaY"));
      int[] characters = code.getTextContent().codePoints().toArray();
      double atX = x;
      double atY = y;
      for (int i = 0; i < characters.length; i++) {
        AffineTransform glyph = new AffineTransform(transform);
        glyph.translate(atX, atY);
        glyph.scale(size * stretch, -size);
        String character = Character.toString(characters[i]);
        scene.addGlyph(character, glyph, characters[i] < 0x2000 ? 0.5f : 1, bold, visible);
        atX += i < right.size() ? right.get(i) : 0;
        atY += i < down.size() ? down.get(i) : 0;
      }
    }
  }

  private void paintPath(Element object, AffineTransform transform) {
    boolean fill = "true".equals(attribute(object, "Fill", "false"));
    boolean stroke = "true".equals(attribute(object, "Stroke", "true"));
    Element data = OfdValueParser.child(object, "AbbreviatedData");
    if (data == null) {
      return;
    }
    Path2D path = OfdPathParser.parse(data.getTextContent());
    path.setWindingRule(
        "Even-Odd".equals(attribute(object, "Rule", "NonZero"))
            ? Path2D.WIND_EVEN_ODD
            : Path2D.WIND_NON_ZERO);
    path.transform(transform);
    scene.add(
        new DrawnPath(
            path,
            fill ? resolveColor(object, "FillColor") : null,
            stroke ? resolveColor(object, "StrokeColor") : null,
            resources.lineWidth(object) * Math.sqrt(Math.abs(transform.getDeterminant())),
            clipBounds(object, transform)));
  }

  private void paintImage(Element object, AffineTransform transform) {
    String part = resources.findMedia(object.getAttribute("ResourceID"));
    if (part == null) {
      return;
    }
    Rectangle2D boundary = OfdValueParser.parseBox(object.getAttribute("Boundary"));
    if (!object.hasAttribute("CTM") && boundary != null) {
      transform.scale(boundary.getWidth(), boundary.getHeight());
    }
    scene.add(new DrawnPicture(part, transform));
  }

  /**
   * A color given as one 8-bit gray value, three RGB values or four CMYK values; black if it is not
   * given or has another number of values, null if it is nearly transparent.
   */
  private @Nullable Color resolveColor(Element object, String name) {
    Element color = resources.findInherited(object, name);
    if (color == null) {
      return Color.BLACK;
    }
    if (numberAttribute(color, "Alpha", 255) < 8) {
      return null;
    }
    double[] v = OfdValueParser.parseNumbers(attribute(color, "Value", "0"));
    return switch (v.length) {
      case 1 -> new Color(clampToByte(v[0]), clampToByte(v[0]), clampToByte(v[0]));
      case 3 -> new Color(clampToByte(v[0]), clampToByte(v[1]), clampToByte(v[2]));
      case 4 ->
          new Color(
              clampToByte(255 - v[0] - v[3]),
              clampToByte(255 - v[1] - v[3]),
              clampToByte(255 - v[2] - v[3]));
      default -> Color.BLACK;
    };
  }

  private static int clampToByte(double value) {
    return (int) Math.max(0, Math.min(255, value));
  }

  /**
   * The part of the page, in points, inside the bounds of all of an object's clips; a clip with an
   * unreadable area is ignored.
   */
  private Rectangle2D clipBounds(Element object, AffineTransform transform) {
    Rectangle2D visible = scene.area();
    for (Element clips : children(object, "Clips")) {
      for (Element clip : children(clips, "Clip")) {
        Rectangle2D bounds = null;
        for (Element area : children(clip, "Area")) {
          Rectangle2D part = clipArea(area, transform);
          bounds = bounds == null || part == null ? part : bounds.createUnion(part);
        }
        visible = bounds == null ? visible : visible.createIntersection(bounds);
      }
    }
    return visible;
  }

  /** The bounds of an area of a clip, in points; null if it is not given by a path. */
  private static @Nullable Rectangle2D clipArea(Element area, AffineTransform transform) {
    Element path = OfdValueParser.child(area, "Path");
    Element data = path == null ? null : OfdValueParser.child(path, "AbbreviatedData");
    if (path == null || data == null) {
      return null;
    }
    AffineTransform clipPlace = new AffineTransform(transform);
    clipPlace.concatenate(OfdValueParser.parseMatrix(area));
    return OfdPathParser.parse(data.getTextContent())
        .createTransformedShape(objectTransform(path, clipPlace))
        .getBounds2D();
  }
}
