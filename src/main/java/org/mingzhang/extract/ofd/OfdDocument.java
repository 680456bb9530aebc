package org.mingzhang.extract.ofd;

import static org.mingzhang.extract.ofd.OfdValueParser.child;
import static org.mingzhang.extract.ofd.OfdValueParser.children;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The pages of an OFD file over all of its document bodies (GB/T 33190, 7.4 to 7.7). Pages are read
 * one at a time. Annotations and signatures are not read. Belongs to one open package; not
 * thread-safe.
 */
final class OfdDocument {
  /** Points per millimeter. */
  private static final double POINTS_PER_MILLIMETER = 72 / 25.4;

  /** A portrait A4 page in millimeters, used where the file states no size. */
  private static final Rectangle2D A4 = new Rectangle2D.Double(0, 0, 210, 297);

  private final OfdPackage ofd;
  private final List<OfdPage> ofdPages = new ArrayList<>();
  private final Map<String, String> properties = new LinkedHashMap<>();

  /**
   * Reads the lists of pages and resources.
   *
   * @throws IOException if a part is missing or not valid
   */
  OfdDocument(OfdPackage ofd) throws IOException {
    this.ofd = ofd;
    for (Element body : children(ofd.readXml("OFD.xml"), "DocBody")) {
      Element information = child(body, "DocInfo");
      if (information != null) {
        for (String name : List.of("Title", "Author", "Subject", "Creator")) {
          Element value = child(information, name);
          if (value != null && !value.getTextContent().isBlank()) {
            properties.putIfAbsent(
                name.toLowerCase(java.util.Locale.ROOT), value.getTextContent().strip());
          }
        }
      }
      Element root = child(body, "DocRoot");
      if (root != null) {
        readDocument(OfdPackage.resolve("OFD.xml", root.getTextContent()));
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
          resources.read(ofd, OfdPackage.resolve(path, data.getTextContent()));
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

  /** The number of pages. */
  int pages() {
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
   * The objects of a page, drawn after those of its templates.
   *
   * @param number 1-based page
   * @throws IOException if a part of the page is missing or not valid
   */
  OfdScene readScene(int number) throws IOException {
    OfdPage ofdPage = ofdPages.get(number - 1);
    Element root = ofd.readXml(ofdPage.part());
    for (Element own : children(root, "PageRes")) {
      ofdPage.resources().read(ofd, OfdPackage.resolve(ofdPage.part(), own.getTextContent()));
    }
    Rectangle2D area = physicalBox(child(root, "Area"), ofdPage.area());
    AffineTransform toPage =
        AffineTransform.getScaleInstance(POINTS_PER_MILLIMETER, POINTS_PER_MILLIMETER);
    toPage.translate(-area.getX(), -area.getY());
    OfdScene scene =
        new OfdScene(
            number,
            new Rectangle2D.Double(
                0,
                0,
                area.getWidth() * POINTS_PER_MILLIMETER,
                area.getHeight() * POINTS_PER_MILLIMETER));
    OfdPainter painter = new OfdPainter(ofdPage.resources(), scene);
    for (Element template : children(root, "Template")) {
      String part = ofdPage.templates().get(template.getAttribute("TemplateID"));
      if (part != null) {
        painter.paint(ofd.readXml(part), toPage);
      }
    }
    painter.paint(root, toPage);
    return scene;
  }

  /**
   * The size of the page that an area states, in millimeters; a default if it states none or an
   * empty one.
   */
  private static Rectangle2D physicalBox(@Nullable Element area, Rectangle2D otherwise) {
    Element box = area == null ? null : child(area, "PhysicalBox");
    Rectangle2D found = box == null ? null : OfdValueParser.parseBox(box.getTextContent());
    return found == null || found.isEmpty() ? otherwise : found;
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
