package org.mingzhang.web.chart;

import java.util.Locale;

/** An SVG picture under construction; every text is escaped. Not thread-safe. */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  Svg(int width, int height, String label) {
    text.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 %1$d %2$d\""
                + " width=\"%1$d\" height=\"%2$d\""
                + " role=\"img\" font-family=\"sans-serif\" font-size=\"13\"><title>%3$s</title>",
            width,
            height,
            escaped(label)));
  }

  Svg rect(double x, double y, double width, double height, String kind, String fill) {
    text.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\""
                + " fill=\"%s\"/>",
            x,
            y,
            width,
            height,
            kind,
            fill));
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2, String kind) {
    text.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\""
                + " stroke=\"#8d887b\"/>",
            x1,
            y1,
            x2,
            y2,
            kind));
    return this;
  }

  Svg polyline(String points, int series, String stroke, String dashes) {
    text.append(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" class=\"series series-%d\" fill=\"none\" stroke=\"%s\""
                + " stroke-width=\"2\" stroke-dasharray=\"%s\"/>",
            points,
            series,
            stroke,
            dashes));
    return this;
  }

  Svg dot(double x, double y, int series, String fill) {
    text.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" class=\"dot dot-%d\" fill=\"%s\"/>",
            x,
            y,
            series,
            fill));
    return this;
  }

  Svg words(double x, double y, String anchor, String kind, String words) {
    text.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">%s</text>",
            x,
            y,
            anchor,
            kind,
            escaped(words)));
    return this;
  }

  String end() {
    return text + "</svg>";
  }

  private static String escaped(String words) {
    return words
        .replaceAll("\\p{Cntrl}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
