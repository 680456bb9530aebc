package org.mingzhang.web.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template as written: text and elements. */
sealed interface Markup {
  /**
   * Text, comments and the document type, as written.
   *
   * @param text the text
   */
  record Text(String text) implements Markup {
    boolean blank() {
      return text.isBlank();
    }
  }

  /**
   * An element.
   *
   * @param name its name
   * @param attributes its attributes in the order written
   * @param closing how it ends: its closing tag, {@code />} or nothing
   * @param children what it holds
   */
  record Tag(String name, List<Attribute> attributes, Closing closing, List<Markup> children)
      implements Markup {
    /** The value of an attribute, null where it has none. */
    @Nullable String value(String attribute) {
      for (Attribute each : attributes) {
        if (each.name().equals(attribute)) {
          return each.value();
        }
      }
      return null;
    }
  }

  /** How an element ends. */
  enum Closing {
    TAG,
    SLASH,
    NONE
  }

  /**
   * An attribute.
   *
   * @param name its name, such as {@code th:text}
   * @param value its value, character references resolved; null where none is written
   * @param written the attribute as written, with the space before it
   */
  record Attribute(String name, @Nullable String value, String written) {
    /** Whether Thymeleaf acts on it. */
    boolean active() {
      return name.startsWith("th:");
    }
  }
}
