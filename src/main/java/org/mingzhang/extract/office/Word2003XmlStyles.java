package org.mingzhang.extract.office;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The paragraph styles of a Word 2003 XML file. Immutable. */
final class Word2003XmlStyles {
  private static final int LEVEL_COUNT = 9;

  private final Map<String, Element> styles;

  private Word2003XmlStyles(Map<String, Element> styles) {
    this.styles = styles;
  }

  /** The styles of a file; without styles if it defines none. */
  static Word2003XmlStyles read(Document xml) {
    Map<String, Element> styles = new HashMap<>();
    Element all = Office2003XmlParser.findFirst(xml, "w:styles");
    if (all != null) {
      Office2003XmlParser.children(all, "w:style").forEach(s -> styles.put(s.attr("w:styleId"), s));
    }
    return new Word2003XmlStyles(styles);
  }

  /**
   * The outline level of a paragraph (1 to 9) by its own property, its style or one that the style
   * is based on; 0 for body text.
   *
   * @param properties its {@code w:pPr}, or null
   */
  int outlineLevel(@Nullable Element properties) {
    String own = Office2003XmlParser.propertyValue(properties, "w:outlineLvl");
    if (!own.isEmpty()) {
      return toLevel(own);
    }
    Set<String> seen = new HashSet<>();
    String name = Office2003XmlParser.propertyValue(properties, "w:pStyle");
    Element style = styles.get(name);
    while (style != null && seen.add(name)) {
      String inherited =
          Office2003XmlParser.propertyValue(
              Office2003XmlParser.findChild(style, "w:pPr"), "w:outlineLvl");
      if (!inherited.isEmpty()) {
        return toLevel(inherited);
      }
      name = Office2003XmlParser.propertyValue(style, "w:basedOn");
      style = styles.get(name);
    }
    return 0;
  }

  private static int toLevel(String value) {
    int level = Office2003XmlParser.parseNumber(value) + 1;
    return level <= LEVEL_COUNT ? level : 0;
  }

  /**
   * Whether a paragraph is an entry of a table of contents: the name of its style begins with
   * {@code toc}.
   *
   * @param properties its {@code w:pPr}, or null
   */
  boolean isTableOfContentsEntry(@Nullable Element properties) {
    Element style = styles.get(Office2003XmlParser.propertyValue(properties, "w:pStyle"));
    return Office2003XmlParser.propertyValue(style, "w:name")
        .toLowerCase(Locale.ROOT)
        .startsWith("toc");
  }
}
