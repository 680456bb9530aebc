package org.mingzhang.web.chart;

import java.util.Locale;

/** Builder of an SVG picture; all text is escaped. Not thread-safe. */
final class SvgBuilder {
  private final StringBuilder markup = new StringBuilder();

  SvgBuilder(int width, int height, String title, String description) {
    markup.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    addAttributes(
        "class",
        "chart",
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        width,
        "height",
        height,
        "role",
        "img",
        "font-family",
        "sans-serif",
        "font-size",
        13);
    markup.append("><title>").append(escape(title)).append("</title>");
    if (!description.isEmpty()) {
      markup.append("<desc>").append(escape(description)).append("</desc>");
    }
  }

  SvgBuilder rect(double x, double y, double width, double height, ShapeStyle style) {
    return addShape(
        "rect", style, "x", x, "y", y, "width", width, "height", height, "fill", style.fill());
  }

  /** An outlined rectangle without a fill. */
  SvgBuilder frame(double x, double y, double width, double height, ShapeStyle style) {
    return addShape(
        "rect",
        style,
        "x",
        x,
        "y",
        y,
        "width",
        width,
        "height",
        height,
        "fill",
        "none",
        "stroke",
        style.fill(),
        "stroke-dasharray",
        style.dashes());
  }

  SvgBuilder line(double x1, double y1, double x2, double y2, ShapeStyle style) {
    return addShape(
        "line",
        style,
        "x1",
        x1,
        "y1",
        y1,
        "x2",
        x2,
        "y2",
        y2,
        "stroke",
        style.fill(),
        "stroke-dasharray",
        style.dashes());
  }

  SvgBuilder polyline(String points, ShapeStyle style) {
    return addShape(
        "polyline",
        style,
        "points",
        points,
        "fill",
        "none",
        "stroke",
        style.fill(),
        "stroke-width",
        2,
        "stroke-dasharray",
        style.dashes());
  }

  SvgBuilder path(String outline, ShapeStyle style) {
    return addShape("path", style, "d", outline, "fill", style.fill());
  }

  SvgBuilder text(double x, double y, String anchor, String styleClass, String content) {
    markup.append("<text");
    addAttributes("x", x, "y", y, "text-anchor", anchor, "class", styleClass);
    markup.append('>').append(escape(content)).append("</text>");
    return this;
  }

  String build() {
    return markup + "</svg>";
  }

  private SvgBuilder addShape(String name, ShapeStyle style, Object... attributes) {
    markup.append('<').append(name);
    addAttributes("class", style.kind());
    addAttributes(attributes);
    markup.append("/>");
    return this;
  }

  /**
   * Appends attributes given as alternating names and values. Numbers are written with one decimal,
   * and attributes with an empty value are left out.
   */
  private void addAttributes(Object... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      String shown =
          value instanceof Double number
              ? String.format(Locale.ROOT, "%.1f", number)
              : value.toString();
      if (!shown.isEmpty()) {
        markup.append(' ').append(pairs[i]).append("=\"").append(escape(shown)).append('"');
      }
    }
  }

  private static String escape(String words) {
    return words
        .replaceAll("\\p{Cntrl}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
