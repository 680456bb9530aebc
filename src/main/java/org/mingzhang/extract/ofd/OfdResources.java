package org.mingzhang.extract.ofd;

import static org.mingzhang.extract.ofd.OfdValueParser.attribute;
import static org.mingzhang.extract.ofd.OfdValueParser.child;
import static org.mingzhang.extract.ofd.OfdValueParser.children;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The resources that page objects refer to by ID: draw parameters, fonts, media and composites. Not
 * thread-safe.
 */
final class OfdResources {
  /** Line width in millimeters where none is given (GB/T 33190, draw parameters). */
  private static final double DEFAULT_LINE_WIDTH = 0.353;

  private final Map<String, Element> drawParams = new HashMap<>();
  private final Map<String, Element> fonts = new HashMap<>();
  private final Map<String, Element> composites = new HashMap<>();
  private final Map<String, String> mediaPaths = new HashMap<>();

  /**
   * Adds the resources of a part; one with a known ID replaces it.
   *
   * @param path path of the part inside the package
   * @throws IOException if the part is missing or not valid
   */
  void read(OfdPackage ofd, String path) throws IOException {
    Element root = ofd.readXml(path);
    String base = OfdPackage.resolve(path, attribute(root, "BaseLoc", ".")) + "/";
    for (Element list : children(root)) {
      for (Element resource : children(list)) {
        String id = resource.getAttribute("ID");
        switch (String.valueOf(resource.getLocalName())) {
          case "DrawParam" -> drawParams.put(id, resource);
          case "Font" -> fonts.put(id, resource);
          case "CompositeGraphicUnit" -> composites.put(id, resource);
          case "MultiMedia" -> {
            Element file = child(resource, "MediaFile");
            if (file != null) {
              mediaPaths.put(id, OfdPackage.resolve(base, file.getTextContent()));
            }
          }
          default -> {
            // Other resources, such as color spaces, do not affect text and lines.
          }
        }
      }
    }
  }

  /** A composite's definition; null if there is none. */
  @Nullable Element findComposite(String id) {
    return composites.get(id);
  }

  /** Path of a medium inside the package; null if there is none. */
  @Nullable String findMedia(String id) {
    return mediaPaths.get(id);
  }

  /** Whether a font is bold, according to its attribute or its name; false if it is not defined. */
  boolean isBold(String fontId) {
    Element font = fonts.get(fontId);
    return font != null
        && (Boolean.parseBoolean(attribute(font, "Bold", "false"))
            || attribute(font, "FontName", "").matches("(?i).*(bold|black|heavy|simhei|黑体|小标宋).*"));
  }

  /**
   * A child element of an object, or of the draw parameters that it refers to, directly or by
   * inheritance over up to nine of them; null if there is none.
   *
   * @param name local name of the element, for example {@code FillColor}
   */
  @Nullable Element findInherited(Element object, String name) {
    Element at = object;
    String reference = "DrawParam";
    for (int depth = 0; at != null && depth < 10; depth++) {
      Element found = child(at, name);
      if (found != null) {
        return found;
      }
      at = drawParams.get(at.getAttribute(reference));
      reference = "Relative";
    }
    return null;
  }

  /** Line width in millimeters of an object or its draw parameters; 0.353 where none is given. */
  double lineWidth(Element object) {
    Element at = object;
    String reference = "DrawParam";
    for (int depth = 0; at != null && depth < 10; depth++) {
      if (at.hasAttribute("LineWidth")) {
        return OfdValueParser.numberAttribute(at, "LineWidth", DEFAULT_LINE_WIDTH);
      }
      at = drawParams.get(at.getAttribute(reference));
      reference = "Relative";
    }
    return DEFAULT_LINE_WIDTH;
  }
}
