package org.mingzhang.extract.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ReadingThread;
import org.mingzhang.extract.page.PageContent;
import org.mingzhang.extract.page.PageReader;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/**
 * Recognizes the tables of pictures in a document with text, where Tesseract is installed and OCR
 * is allowed. The tables are marked as recognized. One instance per file; not thread-safe.
 */
public final class PictureTableReader {
  /** Minimum number of filled cells for a recognized table to be kept. */
  private static final int MIN_CELLS = 6;

  /**
   * Minimum mean confidence of a picture, in percent. Published accounts that were rendered at 130
   * dpi have 94; blurred ones, which give wrong names, have 74.
   */
  private static final double MIN_MEAN_CONFIDENCE = 80;

  /** Maximum number of pictures of a file that are recognized. */
  private static final int MAX_PICTURES = 40;

  private final Tesseract tesseract;
  private final boolean ocrAllowed;
  private final Instant deadline;
  private final PageReader reader = new PageReader();
  private int attemptCount;

  /**
   * Creates a reader for one file. Pictures are recognized until half of {@link
   * ExtractionLimits#totalTimeLimit} from now is over; Tesseract is not started before the first of
   * them.
   */
  public PictureTableReader(Tesseract tesseract, ExtractionLimits limits) {
    this.tesseract = tesseract;
    this.ocrAllowed = limits.ocrAllowed();
    this.deadline = Instant.now().plus(limits.totalTimeLimit().dividedBy(2));
  }

  /**
   * The tables of a picture that have at least six cells with text, with the lines above a table as
   * its first rows and those below the last one as its last rows; the rows of smaller tables count
   * as lines. Empty if there is no such table or the picture cannot be read: OCR is not allowed or
   * not installed, fails, is not confident enough, has no time left or has read 40 pictures of the
   * file.
   */
  List<TableBlock> recognizeTables(BufferedImage picture) {
    if (!ocrAllowed || attemptCount >= MAX_PICTURES || !tesseract.isInstalled()) {
      return List.of();
    }
    try {
      attemptCount++;
      ReadingThread.reportProgress();
      PageRecognizer recognizer = new PageRecognizer(tesseract, deadline);
      PageContent page = recognizer.recognize(ImageFileReader.toRaster(picture), 1);
      ReadingThread.reportProgress();
      boolean sure = recognizer.ocrSummary().confidence() >= MIN_MEAN_CONFIDENCE;
      return sure ? findTables(reader.readBlocks(page)) : List.of();
    } catch (IOException | RuntimeException e) {
      // The recognizer failed or its time is used up; the placeholder stays in the text.
      return List.of();
    }
  }

  /** The tables of at least six cells with text among blocks, with all other text in their rows. */
  static List<TableBlock> findTables(List<Block> blocks) {
    List<TableBlock> tables = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Block block : blocks) {
      switch (block) {
        case TextBlock text -> lines.add(text.text());
        case TableBlock table -> {
          long filled = table.cells().stream().filter(c -> !c.text().isBlank()).count();
          if (filled >= MIN_CELLS) {
            tables.add(withLines(lines, table, List.of()));
            lines.clear();
          } else {
            addRowsAsLines(table, lines);
          }
        }
      }
    }
    if (!tables.isEmpty() && !lines.isEmpty()) {
      tables.add(withLines(List.of(), tables.removeLast(), lines));
    }
    return tables;
  }

  private static void addRowsAsLines(TableBlock table, List<String> lines) {
    for (List<String> row : table.grid()) {
      String line =
          row.stream()
              .filter(cell -> !cell.isBlank())
              .map(cell -> cell.replace('\n', ' '))
              .collect(Collectors.joining(" "));
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
  }

  /** A table with lines above and below it, each as a row of one cell over all columns. */
  private static TableBlock withLines(
      List<String> linesAbove, TableBlock table, List<String> linesBelow) {
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (String line : linesAbove) {
      cells.add(new TableBlock.Cell(cells.size(), 0, 1, table.columns(), line));
    }
    for (TableBlock.Cell cell : table.cells()) {
      cells.add(
          new TableBlock.Cell(
              cell.row() + linesAbove.size(),
              cell.column(),
              cell.rowSpan(),
              cell.columnSpan(),
              cell.text()));
    }
    int rows = linesAbove.size() + table.rows();
    for (String line : linesBelow) {
      cells.add(new TableBlock.Cell(rows++, 0, 1, table.columns(), line));
    }
    return new TableBlock(1, rows, table.columns(), cells).asRecognizedOnPage(1);
  }
}
