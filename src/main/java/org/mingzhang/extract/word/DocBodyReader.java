package org.mingzhang.extract.word;

import java.util.Locale;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.EdgeGridBuilder;
import org.mingzhang.extract.TextCleaner;
import org.mingzhang.extract.ocr.InlineTableRecognizer;

/**
 * Reads the body of a binary Word document into blocks, without headers, footers, notes and
 * comments. Not thread-safe.
 */
final class DocBodyReader {
  /** Outline level of body text; headings have 0 to 8. */
  private static final int BODY_TEXT_LEVEL = 9;

  private final HWPFDocument document;
  private final BlockCollector blocks;
  private final WordFieldTracker fieldTracker = new WordFieldTracker();
  private final DocNumbering numbering;
  private final DocPictures pictures;

  /**
   * Creates a reader for one document.
   *
   * @param blocks receives the blocks
   * @param tableRecognizer recognizes the pictures of tables
   */
  DocBodyReader(
      HWPFDocument document, BlockCollector blocks, InlineTableRecognizer tableRecognizer) {
    this.document = document;
    this.blocks = blocks;
    this.numbering = new DocNumbering(document.getListTables());
    this.pictures = new DocPictures(document, tableRecognizer);
  }

  /**
   * Reads the body, then the text boxes, which the format stores apart from the text. Stops at the
   * character limit.
   */
  void read() {
    readRange(document.getRange());
    Range boxes = document.getMainTextboxRange();
    if (boxes != null && boxes.getStartOffset() < boxes.getEndOffset()) {
      readRange(boxes);
    }
  }

  private void readRange(Range range) {
    for (int i = 0; i < range.numParagraphs() && !blocks.isFull(); i++) {
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable()) {
        Table table = range.getTable(paragraph);
        readTable(table);
        i += Math.max(table.numParagraphs(), 1) - 1;
      } else {
        readParagraph(paragraph);
      }
    }
  }

  private void readParagraph(Paragraph paragraph) {
    if (paragraph.pageBreakBefore()) {
      blocks.breakPage();
    }
    boolean inContents = fieldTracker.isInContents();
    String text = DocTextExtractor.extract(paragraph, fieldTracker);
    boolean contents =
        inContents || fieldTracker.isInContents() || styleName(paragraph).matches("toc ?[1-9]");
    int level = outlineLevel(paragraph);
    if (!text.isBlank()) {
      text = numbering.nextLabel(paragraph) + text.stripLeading();
    }
    String[] pages = text.split("\f", -1);
    for (int i = 0; i < pages.length; i++) {
      if (i > 0) {
        blocks.breakPage();
      }
      blocks.addParagraph(pages[i], level, contents);
    }
    pictures.insertTables(paragraph, blocks);
  }

  /**
   * The outline level of a paragraph, 1 to 9, by its property or the name of its style; 0 for body
   * text.
   */
  private int outlineLevel(Paragraph paragraph) {
    int level = paragraph.getLvl();
    if (level >= 0 && level < BODY_TEXT_LEVEL) {
      return level + 1;
    }
    String style = styleName(paragraph);
    return style.matches("heading [1-9]") ? style.charAt(8) - '0' : 0;
  }

  private String styleName(Paragraph paragraph) {
    @Nullable StyleDescription style =
        document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
    String name = style == null ? null : style.getName();
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }

  private void readTable(Table table) {
    if (isOneColumn(table)) {
      for (int r = 0; r < table.numRows(); r++) {
        TableRow row = table.getRow(r);
        for (int c = 0; c < row.numCells(); c++) {
          TableCell cell = row.getCell(c);
          cellText(cell).lines().forEach(line -> blocks.addParagraph(line, 0, false));
          insertPictureTables(cell);
        }
      }
      return;
    }
    EdgeGridBuilder grid = new EdgeGridBuilder();
    for (int r = 0; r < table.numRows(); r++) {
      grid.startRow();
      TableRow row = table.getRow(r);
      for (int c = 0; c < row.numCells(); c++) {
        TableCell cell = row.getCell(c);
        int left = cell.getLeftEdge();
        grid.addCell(left, left + cell.getWidth(), toCellMerge(cell), cellText(cell));
      }
    }
    blocks.addTable(grid.toGrid(), blocks.page());
    for (int r = 0; r < table.numRows(); r++) {
      TableRow row = table.getRow(r);
      for (int c = 0; c < row.numCells(); c++) {
        insertPictureTables(row.getCell(c));
      }
    }
  }

  private void insertPictureTables(TableCell cell) {
    for (int p = 0; p < cell.numParagraphs(); p++) {
      pictures.insertTables(cell.getParagraph(p), blocks);
    }
  }

  private static boolean isOneColumn(Table table) {
    for (int r = 0; r < table.numRows(); r++) {
      if (table.getRow(r).numCells() > 1) {
        return false;
      }
    }
    return true;
  }

  private static EdgeGridBuilder.CellMerge toCellMerge(TableCell cell) {
    if (cell.isMerged() && !cell.isFirstMerged()) {
      return EdgeGridBuilder.CellMerge.WITH_LEFT;
    }
    return cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged()
        ? EdgeGridBuilder.CellMerge.WITH_ABOVE
        : EdgeGridBuilder.CellMerge.NONE;
  }

  private String cellText(TableCell cell) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cell.numParagraphs(); i++) {
      Paragraph paragraph = cell.getParagraph(i);
      String plain = DocTextExtractor.extract(paragraph, fieldTracker);
      if (!plain.isBlank()) {
        plain = numbering.nextLabel(paragraph) + plain.stripLeading();
      }
      TextCleaner.cleanLines(plain.replace('\f', '\n'))
          .forEach(line -> text.append(text.isEmpty() ? "" : "\n").append(line));
    }
    return text.toString();
  }
}
