package org.mingzhang.extract.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The styles of a WordprocessingML document with inheritance. Methods take the {@code pPr} of a
 * paragraph, or null if it has none; a paragraph without style has the default style. Immutable.
 */
final class DocxStyles {
  /** Outline level of body text; headings have 0 to 8. */
  private static final int BODY_TEXT_LEVEL = 9;

  private final Map<String, XmlElement> styles = new HashMap<>();
  private @Nullable String defaultStyle;

  /**
   * Reads the styles of a {@code styles} part.
   *
   * @param part its root, or null if the document has none
   */
  DocxStyles(@Nullable XmlElement part) {
    if (part == null) {
      return;
    }
    for (XmlElement style : part.childrenNamed("style")) {
      String id = style.attribute("styleId");
      if (id != null) {
        styles.put(id, style);
        String isDefault = style.attributes().getOrDefault("default", "0");
        if ("paragraph".equals(style.attribute("type")) && !isDefault.matches("0|false|off")) {
          defaultStyle = id;
        }
      }
    }
  }

  /**
   * The outline level of a paragraph, 1 to 9, by its own property or its styles; 0 for body text.
   */
  int outlineLevel(@Nullable XmlElement properties) {
    String own = properties == null ? null : properties.childValue("outlineLvl");
    String level =
        own != null
            ? own
            : findInherited(
                properties,
                s ->
                    s.findDescendant("pPr", "outlineLvl")
                        .map(e -> e.attribute("val"))
                        .orElse(headingLevel(s)));
    int number = XmlElement.parseInteger(level, BODY_TEXT_LEVEL);
    return number >= 0 && number < BODY_TEXT_LEVEL ? number + 1 : 0;
  }

  /**
   * The 0-based level of a built-in heading by its name, for files that omit the properties; null
   * for other styles.
   */
  private static @Nullable String headingLevel(XmlElement style) {
    String name = lowerCaseName(style);
    return name.matches("heading [1-9]") ? String.valueOf(name.charAt(8) - '1') : null;
  }

  /** Whether the paragraph has a style of entries in a table of contents. */
  boolean isTableOfContentsEntry(@Nullable XmlElement properties) {
    return findInherited(properties, s -> lowerCaseName(s).matches("toc ?[1-9]") ? "toc" : null)
        != null;
  }

  /** Whether the paragraph's style hides its text. */
  boolean isHidden(@Nullable XmlElement properties) {
    return isSwitchedOn(properties, "rPr", "vanish");
  }

  /** Whether the paragraph's style starts a page; its own property is not considered. */
  boolean startsPage(@Nullable XmlElement properties) {
    return isSwitchedOn(properties, "pPr", "pageBreakBefore");
  }

  /** Whether the paragraph's style centers it; its own property is not considered. */
  boolean isCentered(@Nullable XmlElement properties) {
    return "center"
        .equals(
            findInherited(
                properties,
                s -> s.findDescendant("pPr", "jc").map(e -> e.attribute("val")).orElse(null)));
  }

  /** Whether the paragraph's style is bold. */
  boolean isBold(@Nullable XmlElement properties) {
    return isSwitchedOn(properties, "rPr", "b");
  }

  /** Whether the nearest style that sets a property turns it on. */
  private boolean isSwitchedOn(@Nullable XmlElement properties, String group, String name) {
    String value =
        findInherited(
            properties,
            s ->
                s.findChild(group)
                    .filter(p -> p.findChild(name).isPresent())
                    .map(p -> p.isOn(name) ? "on" : "off")
                    .orElse(null));
    return "on".equals(value);
  }

  /**
   * Whether a character style itself is bold, not counting the style that it is based on; false if
   * it is not defined.
   */
  boolean isBoldStyle(String id) {
    XmlElement style = styles.get(id);
    return style != null && style.findChild("rPr").filter(r -> r.isOn("b")).isPresent();
  }

  /**
   * The {@code numPr} of the paragraph's style or of the nearest inherited style that has one; null
   * if none has.
   */
  @Nullable XmlElement findNumbering(@Nullable XmlElement properties) {
    for (XmlElement style : styleChain(properties)) {
      XmlElement numbering = style.findDescendant("pPr", "numPr").orElse(null);
      if (numbering != null) {
        return numbering;
      }
    }
    return null;
  }

  /**
   * The identifier of the paragraph's style or of the default style; null if the document has
   * neither.
   */
  @Nullable String styleId(@Nullable XmlElement properties) {
    String own = properties == null ? null : properties.childValue("pStyle");
    return own == null ? defaultStyle : own;
  }

  /**
   * The first value of a property in the paragraph's style and the styles on which that is based;
   * null if none has it.
   */
  private @Nullable String findInherited(
      @Nullable XmlElement properties, Function<XmlElement, @Nullable String> property) {
    for (XmlElement style : styleChain(properties)) {
      String value = property.apply(style);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private Iterable<XmlElement> styleChain(@Nullable XmlElement properties) {
    Set<XmlElement> chain = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    for (String id = styleId(properties); id != null && seen.add(id); ) {
      XmlElement style = styles.get(id);
      if (style == null) {
        break;
      }
      chain.add(style);
      id = style.childValue("basedOn");
    }
    return chain;
  }

  private static String lowerCaseName(XmlElement style) {
    String name = style.childValue("name");
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }
}
