package org.mingzhang.extract.ofd;

import static org.mingzhang.extract.ofd.OfdValueParser.child;
import static org.mingzhang.extract.ofd.OfdValueParser.children;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The pages of an OFD file over all of its document bodies (GB/T 33190, 7.4 to 7.7). Pages are read
 * one at a time. Annotations and signatures are not read. Belongs to one open package; not
 * thread-safe.
 */
final class OfdDocument {
  private static final double POINTS_PER_MILLIMETER = 72 / 25.4;

  /** A portrait A4 page in millimeters, used where the file states no size. */
  private static final Rectangle2D A4 = new Rectangle2D.Double(0, 0, 210, 297);

  private final OfdPackage ofd;
  private final List<OfdPage> ofdPages = new ArrayList<>();
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  /**
   * Reads the lists of pages and resources as far as possible; what cannot be read gives a warning.
   *
   * @throws IOException if the list of documents is missing or not valid, or if no page was found
   *     and a document could not be read
   */
  OfdDocument(OfdPackage ofd) throws IOException {
    this.ofd = ofd;
    IOException failure = null;
    for (Element body : children(ofd.readXml("OFD.xml"), "DocBody")) {
      readProperties(body);
      Element root = child(body, "DocRoot");
      if (root != null) {
        try {
          readDocument(OfdPackage.resolve("OFD.xml", root.getTextContent()));
        } catch (IOException e) {
          failure = e;
          warnings.add("a document of the file is damaged and was left out");
        }
      }
    }
    if (ofdPages.isEmpty() && failure != null) {
      throw failure;
    }
  }

  private void readProperties(Element body) {
    Element information = child(body, "DocInfo");
    if (information == null) {
      return;
    }
    for (String name : List.of("Title", "Author", "Subject", "Creator")) {
      Element value = child(information, name);
      if (value != null && !value.getTextContent().isBlank()) {
        properties.putIfAbsent(name.toLowerCase(Locale.ROOT), value.getTextContent().strip());
      }
    }
  }

  private void readDocument(String path) throws IOException {
    Element document = ofd.readXml(path);
    OfdResources resources = new OfdResources();
    Map<String, String> templates = new HashMap<>();
    Rectangle2D area = A4;
    Element common = child(document, "CommonData");
    if (common != null) {
      area = physicalBox(child(common, "PageArea"), A4);
      for (Element data : children(common)) {
        String name = String.valueOf(data.getLocalName());
        if ("PublicRes".equals(name) || "DocumentRes".equals(name)) {
          readResources(resources, OfdPackage.resolve(path, data.getTextContent()));
        } else if ("TemplatePage".equals(name)) {
          templates.put(
              data.getAttribute("ID"), OfdPackage.resolve(path, data.getAttribute("BaseLoc")));
        }
      }
    }
    Element list = child(document, "Pages");
    if (list != null) {
      for (Element page : children(list, "Page")) {
        String part = OfdPackage.resolve(path, page.getAttribute("BaseLoc"));
        ofdPages.add(new OfdPage(part, area, resources, templates));
      }
    }
  }

  private void readResources(OfdResources resources, String part) {
    try {
      resources.read(ofd, part);
    } catch (IOException e) {
      warnings.add("resources shared by the pages are damaged; what uses them was left out");
    }
  }

  /** A sentence for each fault in spite of which the lists were read. */
  Set<String> warnings() {
    return warnings;
  }

  /** The number of pages. */
  int pageCount() {
    return ofdPages.size();
  }

  /**
   * Title, author, subject and creator as far as the file states them, by these names in lower
   * case.
   */
  Map<String, String> properties() {
    return properties;
  }

  /**
   * The objects of a page, drawn after those of its templates. A template or list of resources that
   * is missing or not valid is left out.
   *
   * @param number 1-based page
   * @param pageWarnings receives a sentence if something was left out
   * @throws IOException if the page itself is missing or not valid
   */
  OfdScene readScene(int number, Set<String> pageWarnings) throws IOException {
    OfdPage ofdPage = ofdPages.get(number - 1);
    Element root = ofd.readXml(ofdPage.part());
    boolean complete = true;
    for (Element own : children(root, "PageRes")) {
      String part = OfdPackage.resolve(ofdPage.part(), own.getTextContent());
      complete &= tryRead(() -> ofdPage.resources().read(ofd, part));
    }
    Rectangle2D area = physicalBox(child(root, "Area"), ofdPage.area());
    AffineTransform toPage =
        AffineTransform.getScaleInstance(POINTS_PER_MILLIMETER, POINTS_PER_MILLIMETER);
    toPage.translate(-area.getX(), -area.getY());
    OfdScene scene = new OfdScene(number, toPoints(area));
    OfdPainter painter = new OfdPainter(ofdPage.resources(), scene);
    for (Element template : children(root, "Template")) {
      String part = ofdPage.templates().get(template.getAttribute("TemplateID"));
      if (part != null) {
        complete &= tryRead(() -> painter.paint(ofd.readXml(part), toPage));
      }
    }
    if (!complete) {
      pageWarnings.add(damageWarning(number));
    }
    painter.paint(root, toPage);
    return scene;
  }

  /**
   * A page without objects but with the area of the page, in place of a page that cannot be read.
   *
   * @param number 1-based page
   */
  OfdScene blankScene(int number) {
    Rectangle2D area = ofdPages.get(number - 1).area();
    return new OfdScene(number, toPoints(area));
  }

  /** The sentence about a page of which something could not be read. */
  static String damageWarning(int number) {
    return "page " + number + " is damaged and was read in part";
  }

  /** Reads parts of the package. */
  private interface PartReading {
    void read() throws IOException;
  }

  private static boolean tryRead(PartReading reading) {
    try {
      reading.read();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Rectangle2D toPoints(Rectangle2D area) {
    return new Rectangle2D.Double(
        0, 0, area.getWidth() * POINTS_PER_MILLIMETER, area.getHeight() * POINTS_PER_MILLIMETER);
  }

  /**
   * The size of the page that an area states, in millimeters; a default if it states none or an
   * empty one.
   */
  private static Rectangle2D physicalBox(@Nullable Element area, Rectangle2D defaultBox) {
    Element box = area == null ? null : child(area, "PhysicalBox");
    Rectangle2D found = box == null ? null : OfdValueParser.parseBox(box.getTextContent());
    return found == null || found.isEmpty() ? defaultBox : found;
  }

  /**
   * A page of the list.
   *
   * @param part path of its content inside the package
   * @param area size stated for all pages, in millimeters
   * @param resources resources of its document
   * @param templates paths of the template pages of its document, by ID
   */
  private record OfdPage(
      String part, Rectangle2D area, OfdResources resources, Map<String, String> templates) {}
}
