package org.mingzhang.model;

import java.util.Collections;
import java.util.List;

/**
 * A section of a document: a heading and the body below it, without the sections of lower level.
 *
 * @param path ordinal positions among siblings from the root, for example {@code 3.5.2}; unique in
 *     the document; {@code 0} for the text before the first heading
 * @param number the numeral as printed, {@code （二）}; empty if there is none
 * @param title heading without numeral, inner white space and closing punctuation
 * @param level depth in the outline, 1-based
 * @param topic topic of the section
 * @param page 1-based page of its heading
 * @param item whether it is a heading-like list item (a budget item, a glossary term)
 * @param runIn whether heading and body share a line
 * @param body paragraphs and tables in reading order
 */
public record Section(
    String path,
    String number,
    String title,
    int level,
    Topic topic,
    int page,
    boolean item,
    boolean runIn,
    List<Part> body) {

  /** Makes an immutable copy of the body. */
  public Section {
    body = List.copyOf(body);
  }

  /**
   * The text of the body: its parts joined by line breaks. The cells of a table are joined by tabs
   * and its rows by line breaks. Composed anew at each call.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Part part : body) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(part.text());
    }
    return text.toString();
  }

  /**
   * The section as it is searched and exported: its heading, a line break, and its text; only the
   * heading if the text is empty.
   */
  public String fullText() {
    String text = text();
    return text.isEmpty() ? heading() : heading() + "\n" + text;
  }

  /** The path of the section above the one with a given path; an empty string at the top level. */
  public static String parentOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /**
   * The numeral as printed and the title, with a blank between them unless the numeral ends with
   * punctuation.
   */
  public String heading() {
    return number.isEmpty()
            || number.endsWith("、")
            || number.endsWith("）")
            || number.endsWith(")")
            || number.endsWith(".")
        ? number + title
        : number + " " + title;
  }

  /** A paragraph or table of a section. */
  public sealed interface Part permits Paragraph, TablePart {
    /** 1-based page on which it starts. */
    int page();

    /**
     * The plain text of the part. In tables, rows are lines and cells are separated by tabs; empty
     * cells at the end of a row and empty rows at the beginning are left out.
     */
    String text();
  }

  /**
   * A paragraph, hard line wraps joined.
   *
   * @param page 1-based page
   * @param text the text, without line breaks
   */
  public record Paragraph(int page, String text) implements Part {}

  /**
   * A table as it is printed, joined over pages.
   *
   * @param page 1-based page on which it starts
   * @param table index into {@link Disclosure#tables()}, or -1 if the grid is not one of the data
   *     tables
   * @param grid the cells with their merges, header included
   * @param rowPages 1-based page of each row of the grid
   */
  public record TablePart(int page, int table, TableBlock grid, List<Integer> rowPages)
      implements Part {
    /** Makes an immutable copy of the pages and checks that each row has one. */
    public TablePart {
      rowPages = List.copyOf(rowPages);
      if (rowPages.size() != grid.rows()) {
        throw new IllegalArgumentException(rowPages.size() + " pages for " + grid.rows() + " rows");
      }
    }

    /** Creates a table on one page. */
    public TablePart(int page, int table, TableBlock grid) {
      this(page, table, grid, Collections.nCopies(grid.rows(), page));
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      for (List<String> row : grid.grid()) {
        if (!text.isEmpty()) {
          text.append('\n');
        }
        text.append(String.join("\t", row).replace("\n", "").stripTrailing());
      }
      return text.toString();
    }
  }
}
