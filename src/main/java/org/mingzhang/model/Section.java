package org.mingzhang.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A section of a document: a heading and the body below it, without the sections of lower level.
 *
 * @param path ordinal positions among siblings from the root, for example {@code 3.5.2}; unique in
 *     the document; {@code 0} for the text before the first heading
 * @param number the numeral as printed, {@code （二）}; empty if there is none
 * @param title heading without numeral, inner white space and closing punctuation
 * @param titleEnd punctuation printed after the title, without white space, for example {@code ：};
 *     empty if there is none
 * @param level depth in the outline, 1-based
 * @param topic topic of the section
 * @param page 1-based page of its heading
 * @param isListItem whether it is a heading-like list item (a budget item, a glossary term)
 * @param isRunIn whether heading and body share a line
 * @param body paragraphs and tables in reading order
 */
public record Section(
    String path,
    String number,
    String title,
    String titleEnd,
    int level,
    Topic topic,
    int page,
    boolean isListItem,
    boolean isRunIn,
    List<Part> body) {

  /** Makes an immutable copy of the body. */
  public Section {
    body = List.copyOf(body);
  }

  /** Creates a section whose title ends without punctuation. */
  public Section(
      String path,
      String number,
      String title,
      int level,
      Topic topic,
      int page,
      boolean item,
      boolean runIn,
      List<Part> body) {
    this(path, number, title, "", level, topic, page, item, runIn, body);
  }

  /**
   * The text of the body: its parts joined by line breaks. The cells of a table are joined by tabs
   * and its rows by line breaks. Composed anew at each call.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Part part : body) {
      startNextPart(text);
      text.append(part.text());
    }
    return text.toString();
  }

  /**
   * The offsets in {@link #text()} at which the parts of the body begin, in UTF-16 units, one for
   * each part; the offsets of empty parts before the first text are 0. Computed anew at each call.
   */
  public List<Integer> partOffsets() {
    List<Integer> offsets = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Part part : body) {
      startNextPart(text);
      offsets.add(text.length());
      text.append(part.text());
    }
    return offsets;
  }

  /**
   * Adds the line break before a part or row, which is left out before the first part with text.
   */
  private static void startNextPart(StringBuilder text) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  /**
   * The 1-based page of an offset in {@link #text()}: the page of the paragraph or row that
   * contains the offset; the page of the section if it has no body.
   */
  public int pageAt(int offset) {
    List<Integer> offsets = partOffsets();
    int found = page;
    for (int i = 0; i < offsets.size() && offsets.get(i) <= offset; i++) {
      found =
          body.get(i) instanceof TablePart table
              ? table.pageAt(offset - offsets.get(i))
              : body.get(i).page();
    }
    return found;
  }

  /**
   * The section as it is searched and exported: its heading as printed, a line break, and its text;
   * only the heading if the text is empty.
   */
  public String fullText() {
    String text = text();
    return text.isEmpty() ? printedHeading() : printedHeading() + "\n" + text;
  }

  /** The offset in {@link #fullText()} at which {@link #text()} begins, in UTF-16 units. */
  public int textOffset() {
    return printedHeading().length() + 1;
  }

  /** A copy with another body. */
  public Section withBody(List<Part> other) {
    return new Section(
        path, number, title, titleEnd, level, topic, page, isListItem, isRunIn, other);
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

  /** The heading with the punctuation after its title. */
  public String printedHeading() {
    return heading() + titleEnd;
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
      for (TableTextLine line : lines()) {
        startNextPart(text);
        text.append(line.text());
      }
      return text.toString();
    }

    /**
     * The rows of the grid as they are in {@link #text()}, one for each row. Computed anew at each
     * call.
     */
    public List<TableTextLine> lines() {
      List<TableTextLine> lines = new ArrayList<>();
      int length = 0;
      for (List<String> row : grid.grid()) {
        TableTextLine line =
            new TableTextLine(
                length == 0 ? 0 : length + 1,
                String.join("\t", row).replace("\n", "").stripTrailing());
        lines.add(line);
        length = line.offset() + line.text().length();
      }
      return lines;
    }

    private int pageAt(int offset) {
      List<TableTextLine> lines = lines();
      int found = page;
      for (int i = 0; i < lines.size() && lines.get(i).offset() <= offset; i++) {
        found = rowPages.get(i);
      }
      return found;
    }
  }

  /**
   * A row of a table as a line of the text of the table.
   *
   * @param offset offset at which it begins in the text of the table, in UTF-16 units; 0 for empty
   *     rows at the beginning
   * @param text its cells, separated by tabs, without line breaks and without white space at the
   *     end
   */
  public record TableTextLine(int offset, String text) {
    /**
     * The offsets in the line at which the cells of its row begin, one for each cell; beyond the
     * line for empty cells at its end.
     *
     * @param row the cells of the row in the grid
     */
    public static List<Integer> cellOffsets(List<String> row) {
      List<Integer> offsets = new ArrayList<>();
      int offset = 0;
      for (String cell : row) {
        offsets.add(offset);
        offset += cell.replace("\n", "").length() + 1;
      }
      return offsets;
    }
  }
}
