package org.mingzhang.web.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts a page's HTML to traditional characters: text and the attributes that readers see, but
 * not values that forms submit or that are copied. Elements marked {@code lang="zh-CN"} contain
 * words of documents and are converted only on request. Elements marked {@code translate="no"} are
 * never converted.
 *
 * <p>If an element that is not in {@link #VOID_ELEMENTS} has no end tag, its rule applies to the
 * rest of the page. Templates must therefore close all such elements.
 */
final class TraditionalHtmlConverter {
  private static final Pattern TAG =
      Pattern.compile(
          "<!--.*?-->|<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
          Pattern.DOTALL);
  private static final Pattern VISIBLE_ATTRIBUTE =
      Pattern.compile(
          "( (?:aria-label|title|placeholder|alt|content|data-(?:label|done|pattern|failed|bad|opened"
              + "|sure|link|cite|card|keep|kept))=)"
              + "\"([^\"]*)\"");
  private static final String ORIGINAL_LANG = " lang=\"zh-CN\"";
  private static final String CONVERTED_LANG = " lang=\"zh-Hant\"";
  private static final Set<String> VOID_ELEMENTS =
      Set.of("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr");
  private static final Set<String> UNCONVERTED_ELEMENTS = Set.of("script", "style", "textarea");

  /** Whether the text of an element is converted to traditional characters. */
  private enum ConversionRule {
    CONVERT,
    DOCUMENT_TEXT,
    KEEP
  }

  /** An element whose end tag has not been read yet. */
  private record OpenElement(String name, ConversionRule rule) {}

  private final UnaryOperator<String> converter;
  private final boolean convertsDocuments;
  private final Deque<OpenElement> openElements = new ArrayDeque<>();
  private final StringBuilder out = new StringBuilder();

  private TraditionalHtmlConverter(UnaryOperator<String> converter, boolean convertsDocuments) {
    this.converter = converter;
    this.convertsDocuments = convertsDocuments;
  }

  /**
   * Converts a page.
   *
   * @param html the page
   * @param converter converts simplified text to traditional characters
   * @param convertsDocuments whether to convert words of documents as well
   */
  static String convert(String html, UnaryOperator<String> converter, boolean convertsDocuments) {
    TraditionalHtmlConverter page = new TraditionalHtmlConverter(converter, convertsDocuments);
    Matcher tag = TAG.matcher(html);
    int at = 0;
    while (tag.find()) {
      page.appendText(html.substring(at, tag.start()));
      page.appendTag(tag);
      at = tag.end();
    }
    page.appendText(html.substring(at));
    return page.out.toString();
  }

  private ConversionRule currentRule() {
    OpenElement innermost = openElements.peek();
    return innermost == null ? ConversionRule.CONVERT : innermost.rule();
  }

  private void appendText(String text) {
    ConversionRule conversionRule = currentRule();
    boolean convert =
        conversionRule == ConversionRule.CONVERT
            || (convertsDocuments && conversionRule == ConversionRule.DOCUMENT_TEXT);
    out.append(convert && hasNonAscii(text) ? converter.apply(text) : text);
  }

  /**
   * Whether a text has characters beyond ASCII. Most texts of a page do not and need no conversion.
   */
  private static boolean hasNonAscii(String text) {
    return text.chars().anyMatch(c -> c > 0x7F);
  }

  private void appendTag(Matcher tag) {
    String name = tag.group(2);
    if (name == null) {
      out.append(tag.group());
    } else if (!tag.group(1).isEmpty()) {
      closeElement(name);
      out.append(tag.group());
    } else {
      openElement(name, tag.group(3));
    }
  }

  private void closeElement(String name) {
    if (openElements.stream().anyMatch(o -> o.name().equals(name))) {
      while (!openElements.pop().name().equals(name)) {
        // an element that was left open ends with its enclosing element
      }
    }
  }

  private void openElement(String name, String attributes) {
    ConversionRule conversionRule = ruleOf(name, attributes);
    String shown =
        conversionRule == ConversionRule.KEEP ? attributes : convertAttributes(attributes);
    out.append('<').append(name);
    out.append(
        convertsDocuments && conversionRule != ConversionRule.KEEP
            ? shown.replace(ORIGINAL_LANG, CONVERTED_LANG)
            : shown);
    out.append('>');
    if (!VOID_ELEMENTS.contains(name) && !attributes.endsWith("/")) {
      openElements.push(new OpenElement(name, conversionRule));
    }
  }

  private ConversionRule ruleOf(String name, String attributes) {
    if (currentRule() == ConversionRule.KEEP
        || UNCONVERTED_ELEMENTS.contains(name)
        || attributes.contains(" translate=\"no\"")) {
      return ConversionRule.KEEP;
    }
    if (attributes.contains(" lang=\"")) {
      return attributes.contains(ORIGINAL_LANG)
          ? ConversionRule.DOCUMENT_TEXT
          : ConversionRule.CONVERT;
    }
    return currentRule();
  }

  private String convertAttributes(String attributes) {
    return hasNonAscii(attributes)
        ? VISIBLE_ATTRIBUTE
            .matcher(attributes)
            .replaceAll(
                m -> Matcher.quoteReplacement(m.group(1) + '"' + converter.apply(m.group(2)) + '"'))
        : attributes;
  }
}
