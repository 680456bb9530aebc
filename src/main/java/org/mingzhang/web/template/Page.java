package org.mingzhang.web.template;

import org.jspecify.annotations.Nullable;

/** A page that is being written. */
final class Page {
  private final StringBuilder out;

  Page(int expected) {
    out = new StringBuilder(expected);
  }

  /** Adds markup. */
  void markup(String markup) {
    out.append(markup);
  }

  /** Adds text, in which nothing is markup, as XML and HTML agree to write it. */
  void text(String text) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String written = written(text.charAt(i));
      if (written != null) {
        out.append(text, from, i).append(written);
        from = i + 1;
      }
    }
    out.append(text, from, text.length());
  }

  private static @Nullable String written(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
