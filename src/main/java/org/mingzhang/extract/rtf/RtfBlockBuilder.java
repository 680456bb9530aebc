package org.mingzhang.extract.rtf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.EdgeGridBuilder;
import org.mingzhang.extract.TextCleaner;

/** Builds paragraphs and tables from the text and formatting of an RTF file. */
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
  private EdgeGridBuilder table = new EdgeGridBuilder();
  private boolean tableOpen;

  private boolean insideTable;
  private int tableDepth;
  private int outlineLevel;
  private boolean inTableOfContents;
  private boolean pageBreakPending;

  RtfBlockBuilder(BlockCollector blocks) {
    this.blocks = blocks;
  }

  /** Appends visible text; {@code \n} is a line break. */
  void append(CharSequence visibleText, boolean asLabel, boolean inContents) {
    (asLabel ? label : text).append(visibleText);
    inTableOfContents |= inContents && !asLabel;
  }

  /** Resets the paragraph formatting. */
  void resetParagraph() {
    insideTable = false;
    tableDepth = 0;
    outlineLevel = 0;
    inTableOfContents = false;
  }

  void setOutlineLevel(int level) {
    outlineLevel = level;
  }

  void setContents(boolean isContentsEntry) {
    inTableOfContents = isContentsEntry;
  }

  void setTableDepth(int depth) {
    insideTable = depth > 0;
    tableDepth = depth;
  }

  /** Breaks the page inside the text; text before the break stays on the current page. */
  void breakPage() {
    if (!insideTable && !text.toString().isBlank()) {
      endParagraph();
    }
    pageBreakPending = true;
  }

  /** Starts the next paragraph on a new page. */
  void startNextParagraphOnNewPage() {
    pageBreakPending = true;
  }

  void startRowDefinition() {
    edges.clear();
    rowLeftTwips = 0;
    nextCellMerge = EdgeGridBuilder.CellMerge.NONE;
  }

  void setRowLeft(int twips) {
    rowLeftTwips = twips;
  }

  void setMerge(EdgeGridBuilder.CellMerge cellMerge) {
    nextCellMerge = cellMerge;
  }

  void addCellEdge(int right) {
    edges.add(new CellEdge(right, nextCellMerge));
    nextCellMerge = EdgeGridBuilder.CellMerge.NONE;
  }

  void endParagraph() {
    if (insideTable) {
      endCellLine();
      return;
    }
    addTableIfOpen();
    applyPendingPageBreak();
    blocks.addParagraph(drainText(), outlineLevel, inTableOfContents);
  }

  /** Ends a line of a cell; no effect outside tables. */
  private void endCellLine() {
    if (insideTable) {
      TextCleaner.cleanLines(drainText()).forEach(cellLines::add);
    }
  }

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

  void endCell() {
    insideTable = true;
    endCellLine();
    if (tableDepth <= 1) {
      cells.add(cellLines.stream().collect(Collectors.joining("\n")));
      cellLines.clear();
    }
  }

  void endRow() {
    if (!tableOpen) {
      applyPendingPageBreak();
      tableOpen = true;
    }
    table.startRow();
    int left = rowLeftTwips;
    for (int i = 0; i < cells.size(); i++) {
      boolean defined = i < edges.size();
      int right = defined ? edges.get(i).right() : left + 1000;
      table.addCell(
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
    if (table.isOneColumn()) {
      table.toGrid().cells().forEach(cell -> blocks.addParagraph(cell.text(), 0, false));
    } else {
      blocks.addTable(table.toGrid(), blocks.page());
    }
    table = new EdgeGridBuilder();
    tableOpen = false;
  }

  private void applyPendingPageBreak() {
    if (pageBreakPending) {
      blocks.breakPage();
      pageBreakPending = false;
    }
  }

  /** Emits the open paragraph and table at the end of the file. */
  void endDocument() {
    insideTable = false;
    endParagraph();
    addTableIfOpen();
  }
}
