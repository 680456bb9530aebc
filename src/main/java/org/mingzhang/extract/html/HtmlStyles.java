package org.mingzhang.extract.html;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Properties of an element's text according to its own name and attributes. Inherited properties
 * and style sheets are not considered.
 */
final class HtmlStyles {
  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all");
  private static final Pattern PAGE_BREAK =
      Pattern.compile("(?:page-)?break-before\\s*:\\s*(?:always|page|left|right)");
  private static final Pattern OUTLINE_LEVEL = Pattern.compile("mso-outline-level\\s*:\\s*([1-9])");
  private static final Pattern CONTENTS_CLASS = Pattern.compile("(?i)(?:^|\\s)(?:mso)?toc\\d?\\b");

  private static final Pattern CENTERED = Pattern.compile("text-align\\s*:\\s*center");
  private static final Pattern BOLD = Pattern.compile("font-weight\\s*:\\s*(?:bold|[6-9]00)");

  private HtmlStyles() {}

  static boolean isCentered(Element element) {
    return element.normalName().equals("center")
        || element.attr("align").equalsIgnoreCase("center")
        || CENTERED.matcher(style(element)).find();
  }

  static boolean isBold(Element element) {
    String name = element.normalName();
    return name.equals("b") || name.equals("strong") || BOLD.matcher(style(element)).find();
  }

  static boolean isHidden(Element element) {
    return HIDDEN.matcher(style(element)).find();
  }

  static boolean breaksPage(Element element) {
    return PAGE_BREAK.matcher(style(element)).find();
  }

  /**
   * The outline level, 1 to 9, that Word wrote into the style of an element; 0 if there is none.
   */
  static int outlineLevel(Element element) {
    Matcher outline = OUTLINE_LEVEL.matcher(style(element));
    return outline.find() ? Integer.parseInt(outline.group(1)) : 0;
  }

  /** Whether an element is an entry of a table of contents as Word, WPS and LibreOffice save it. */
  static boolean isTableOfContentsEntry(Element element) {
    return CONTENTS_CLASS.matcher(element.className()).find()
        || element.id().startsWith("Table of Contents");
  }

  private static String style(Element element) {
    return element.attr("style").toLowerCase(Locale.ROOT);
  }
}
