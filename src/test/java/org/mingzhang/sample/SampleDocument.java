package org.mingzhang.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * A disclosure as its author would lay it out, before it is written in some format.
 *
 * @param title the title on the cover
 * @param elements what follows it, in order
 */
record SampleDocument(String title, List<Element> elements) {

  /** A part of the document. */
  sealed interface Element permits Heading, Paragraph, Table {}

  /**
   * A heading.
   *
   * @param level 1 for a part
   * @param text numeral and words
   */
  record Heading(int level, String text) implements Element {}

  /**
   * A paragraph.
   *
   * @param text its text
   */
  record Paragraph(String text) implements Element {}

  /**
   * A table with one header row.
   *
   * @param caption line above it
   * @param unit unit of its amounts, or empty
   * @param header column names
   * @param rows cells; a cell equal to {@link #SAME} is merged with the one above it
   */
  record Table(String caption, String unit, List<String> header, List<List<String>> rows)
      implements Element {
    /** Marks a cell merged with the one above. */
    static final String SAME = "\u2191";
  }

  /** Collects elements. */
  static final class Writer {
    private final List<Element> elements = new ArrayList<>();

    Writer part(String text) {
      elements.add(new Heading(1, text));
      return this;
    }

    Writer heading(int level, String text) {
      elements.add(new Heading(level, text));
      return this;
    }

    Writer text(String text) {
      elements.add(new Paragraph(text));
      return this;
    }

    Writer table(String caption, String unit, List<String> header, List<List<String>> rows) {
      elements.add(new Table(caption, unit, header, rows));
      return this;
    }

    SampleDocument titled(String title) {
      return new SampleDocument(title, List.copyOf(elements));
    }
  }
}
