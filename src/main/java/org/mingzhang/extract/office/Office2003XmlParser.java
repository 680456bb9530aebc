package org.mingzhang.extract.office;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Parses XML files of Office 2003 and finds their elements by names with the usual prefixes, such
 * as {@code w:tbl}.
 */
public final class Office2003XmlParser {
  private Office2003XmlParser() {}

  /**
   * Parses a file without resolving external entities. Broken XML is repaired as far as possible.
   *
   * @throws IOException if the file cannot be read
   */
  static Document parse(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return Jsoup.parse(in, null, "", Parser.xmlParser());
    }
  }

  static boolean hasName(Element element, String name) {
    return element.tagName().equals(name);
  }

  /** The first element with a name, at any depth; null if there is none. */
  static @Nullable Element findFirst(Element root, String name) {
    return root.stream().filter(e -> hasName(e, name)).findFirst().orElse(null);
  }

  /** The first child with a name; null if there is none or the parent is null. */
  static @Nullable Element findChild(@Nullable Element parent, String name) {
    return parent == null ? null : children(parent, name).stream().findFirst().orElse(null);
  }

  static List<Element> children(Element parent, String name) {
    return parent.children().stream().filter(e -> hasName(e, name)).toList();
  }

  /** The value of a property such as {@code w:jc w:val="center"}; empty if it is absent. */
  static String propertyValue(@Nullable Element properties, String name) {
    Element property = findChild(properties, name);
    return property == null ? "" : property.attr("w:val");
  }

  /** Whether a switch such as {@code w:b} is present and not {@code off}. */
  static boolean isOn(@Nullable Element properties, String name) {
    return findChild(properties, name) != null && !propertyValue(properties, name).equals("off");
  }

  /** Parses a number of up to six digits; 0 if the text is none. */
  public static int parseNumber(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
