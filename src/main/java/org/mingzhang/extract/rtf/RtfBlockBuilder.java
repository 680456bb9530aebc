package org.mingzhang.extract.rtf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.EdgeGridBuilder;
import org.mingzhang.extract.TextCleaner;

/**
 * Builds paragraphs and tables from the text and formatting of an RTF file. Each method carries out
 * a control word. Not thread-safe.
 */
final class RtfBlockBuilder {
  /** A label with a letter or number; bullets are characters of symbol fonts. */
  private static final Pattern NUMERAL = Pattern.compile("(?s).*[\\p{L}\\p{N}].*");

  /** The right edge of a cell, in twips, and how the cell is merged. */
  private record CellEdge(int right, EdgeGridBuilder.CellMerge merge) {}

  private final BlockCollector blocks;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder label = new StringBuilder();
  private final List<String> cells = new ArrayList<>();
  private final List<String> cellLines = new ArrayList<>();
  private final List<CellEdge> edges = new ArrayList<>();
  private EdgeGridBuilder.CellMerge nextCellMerge = EdgeGridBuilder.CellMerge.NONE;
  private int rowLeftTwips;
  private EdgeGridBuilder gridBuilder = new EdgeGridBuilder();
  private boolean tableOpen;

  private boolean insideTable;
  private int tableDepth;
  private int outlineLevel;
  private boolean inTableOfContents;
  private boolean pageBreakPending;

  RtfBlockBuilder(BlockCollector blocks) {
    this.blocks = blocks;
  }

  /**
   * Appends visible text; {@code \n} is a line break.
   *
   * @param isListLabel whether it is the list number of the paragraph
   * @param inContents whether it is in a table of contents, as then is its paragraph
   */
  void append(CharSequence visibleText, boolean isListLabel, boolean inContents) {
    (isListLabel ? label : text).append(visibleText);
    inTableOfContents |= inContents && !isListLabel;
  }

  /** Resets the paragraph formatting. */
  void resetParagraph() {
    insideTable = false;
    tableDepth = 0;
    outlineLevel = 0;
    inTableOfContents = false;
  }

  /** Sets the outline level of the paragraph, 1 to 9; 0 for body text. */
  void setOutlineLevel(int level) {
    outlineLevel = level;
  }

  /** Sets whether the paragraph is an entry of a table of contents. */
  void setTableOfContentsEntry(boolean isContentsEntry) {
    inTableOfContents = isContentsEntry;
  }

  /**
   * Sets in how many tables the paragraph is: 0 outside, 2 or more in a nested table, whose text
   * becomes lines of the outer cell.
   */
  void setTableDepth(int depth) {
    insideTable = depth > 0;
    tableDepth = depth;
  }

  /**
   * Breaks the page; text before the break stays on the current page. Inside a table it takes
   * effect after the table, in the first row before it.
   */
  void breakPage() {
    if (!insideTable && !text.toString().isBlank()) {
      endParagraph();
    }
    pageBreakPending = true;
  }

  void startNextParagraphOnNewPage() {
    pageBreakPending = true;
  }

  /**
   * Starts the definition of the cells of a row, which applies to all rows up to the next
   * definition.
   */
  void startRowDefinition() {
    edges.clear();
    rowLeftTwips = 0;
    nextCellMerge = EdgeGridBuilder.CellMerge.NONE;
  }

  /** Sets the left edge of the first cell of a row, in twips. */
  void setRowLeft(int twips) {
    rowLeftTwips = twips;
  }

  /** Sets how the next cell to be defined is merged. */
  void setNextCellMerge(EdgeGridBuilder.CellMerge cellMerge) {
    nextCellMerge = cellMerge;
  }

  /** Ends the definition of a cell at its right edge, in twips. */
  void addCellEdge(int right) {
    edges.add(new CellEdge(right, nextCellMerge));
    nextCellMerge = EdgeGridBuilder.CellMerge.NONE;
  }

  /**
   * Ends a paragraph. Outside tables, the open table is added first, then the text; in a table, the
   * text becomes lines of the cell.
   */
  void endParagraph() {
    if (insideTable) {
      endCellLine();
      return;
    }
    addTableIfOpen();
    applyPendingPageBreak();
    blocks.addParagraph(drainText(), outlineLevel, inTableOfContents);
  }

  /** Adds the text to the lines of the cell; no effect outside tables. */
  private void endCellLine() {
    if (insideTable) {
      TextCleaner.cleanLines(drainText()).forEach(cellLines::add);
    }
  }

  /** Takes the text with its list number; a number that is a bullet is dropped. */
  private String drainText() {
    String own = text.toString();
    String shown =
        own.isBlank() || !NUMERAL.matcher(label).matches()
            ? own
            : label.toString().strip() + " " + own.stripLeading();
    text.setLength(0);
    label.setLength(0);
    return shown;
  }

  /** Ends a cell; one of a nested table remains part of the outer cell. */
  void endCell() {
    insideTable = true;
    endCellLine();
    if (tableDepth <= 1) {
      cells.add(cellLines.stream().collect(Collectors.joining("\n")));
      cellLines.clear();
    }
  }

  /**
   * Ends a row and gives its cells the edges defined last; a cell without a definition is 1,000
   * twips wide.
   */
  void endRow() {
    if (!tableOpen) {
      applyPendingPageBreak();
      tableOpen = true;
    }
    gridBuilder.startRow();
    int left = rowLeftTwips;
    for (int i = 0; i < cells.size(); i++) {
      boolean defined = i < edges.size();
      int right = defined ? edges.get(i).right() : left + 1000;
      gridBuilder.addCell(
          left,
          right,
          defined ? edges.get(i).merge() : EdgeGridBuilder.CellMerge.NONE,
          cells.get(i));
      left = right;
    }
    cells.clear();
  }

  private void addTableIfOpen() {
    if (!tableOpen) {
      return;
    }
    if (gridBuilder.isOneColumn()) {
      gridBuilder.toGrid().cells().forEach(cell -> blocks.addParagraph(cell.text(), 0, false));
    } else {
      blocks.addTable(gridBuilder.toGrid(), blocks.page());
    }
    gridBuilder = new EdgeGridBuilder();
    tableOpen = false;
  }

  private void applyPendingPageBreak() {
    if (pageBreakPending) {
      blocks.breakPage();
      pageBreakPending = false;
    }
  }

  /** Adds the open paragraph and table at the end of the file. */
  void endDocument() {
    insideTable = false;
    endParagraph();
    addTableIfOpen();
  }
}
