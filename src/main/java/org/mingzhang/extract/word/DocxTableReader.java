package org.mingzhang.extract.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.TableGrid;

/** Reads rows, cells and merges of a WordprocessingML table (ECMA-376 part 1, 17.4). Stateless. */
final class DocxTableReader {
  /** Minimum number of rows of a table inside a cell that is a table of its own. */
  private static final int MIN_INNER_ROWS = 3;

  /** Minimum number of cells in half of the rows of a nested table that is kept as a table. */
  private static final int MIN_INNER_COLUMNS = 3;

  /** A placed cell, which merged cells of the rows below may still extend. */
  private static final class OpenCell {
    private final int row;
    private final int column;
    private final int columnSpan;
    private final String text;
    private int rowSpan = 1;

    private OpenCell(int row, int column, int columnSpan, String text) {
      this.row = row;
      this.column = column;
      this.columnSpan = columnSpan;
      this.text = text;
    }
  }

  private DocxTableReader() {}

  /** The rows that are neither deleted nor hidden, including those inside content controls. */
  static List<XmlElement> visibleRows(XmlElement table) {
    return childrenIncludingWrapped(table, "tr").stream()
        .filter(row -> row.findDescendant("trPr", "del").isEmpty())
        .filter(row -> row.findChild("trPr").filter(p -> p.isOn("hidden")).isEmpty())
        .toList();
  }

  /** The cells of a row, including those inside content controls. */
  static List<XmlElement> cells(XmlElement row) {
    return childrenIncludingWrapped(row, "tc");
  }

  /** The tables inside a row's cells that are read as tables of their own. */
  static List<XmlElement> innerTables(XmlElement row) {
    return cells(row).stream()
        .flatMap(cell -> childrenIncludingWrapped(cell, "tbl").stream())
        .filter(DocxTableReader::hasRowsAndColumns)
        .toList();
  }

  /**
   * Whether a table inside a cell is a table of its own: it has at least three rows, half of which
   * have at least three cells. Other nested tables are read as lines of the cell.
   */
  static boolean hasRowsAndColumns(XmlElement table) {
    List<XmlElement> rows = visibleRows(table);
    long wide = rows.stream().filter(row -> cells(row).size() >= MIN_INNER_COLUMNS).count();
    return rows.size() >= MIN_INNER_ROWS && wide * 2 >= rows.size();
  }

  /**
   * The children with a name, also those inside content controls, insertions and similar wrappers,
   * in document order.
   */
  private static List<XmlElement> childrenIncludingWrapped(XmlElement parent, String name) {
    List<XmlElement> found = new ArrayList<>();
    for (XmlElement child : parent.children()) {
      switch (child.name()) {
        case "sdt" ->
            child
                .findChild("sdtContent")
                .ifPresent(c -> found.addAll(childrenIncludingWrapped(c, name)));
        case "customXml", "ins", "moveTo", "sdtContent" ->
            found.addAll(childrenIncludingWrapped(child, name));
        case "AlternateContent" ->
            DocxBodyReader.preferredAlternative(child).stream()
                .filter(c -> c.name().equals(name))
                .forEach(found::add);
        default -> {
          if (child.name().equals(name)) {
            found.add(child);
          }
        }
      }
    }
    return found;
  }

  /**
   * Builds the grid of rows.
   *
   * @param textOf gives the text of a cell; called in document order, which numbering requires, but
   *     not for a cell that is merged with the cell above
   */
  static TableGrid buildGrid(List<XmlElement> rows, Function<XmlElement, String> textOf) {
    List<OpenCell> placed = new ArrayList<>();
    List<OpenCell> above = List.of();
    for (int r = 0; r < rows.size(); r++) {
      XmlElement row = rows.get(r);
      List<OpenCell> current = new ArrayList<>();
      int column = row.findDescendant("trPr").map(p -> p.childNumber("gridBefore", 0)).orElse(0);
      for (XmlElement cell : cells(row)) {
        XmlElement properties = cell.findChild("tcPr").orElse(cell);
        int span = Math.clamp(properties.childNumber("gridSpan", 1), 1, 1000);
        OpenCell upper = continuesVerticalMerge(properties) ? findCell(above, column) : null;
        if (upper != null) {
          upper.rowSpan++;
          current.add(upper);
        } else {
          OpenCell open = new OpenCell(r, column, span, textOf.apply(cell));
          placed.add(open);
          current.add(open);
        }
        column += span;
      }
      above = current;
    }
    TableGrid grid = new TableGrid();
    placed.forEach(c -> grid.put(c.row, c.column, c.rowSpan, c.columnSpan, c.text));
    return grid;
  }

  /** Whether a cell continues the row above: {@code vMerge} without {@code restart}. */
  private static boolean continuesVerticalMerge(XmlElement properties) {
    return properties
        .findChild("vMerge")
        .map(m -> !"restart".equals(m.attribute("val")))
        .orElse(false);
  }

  private static @Nullable OpenCell findCell(List<OpenCell> row, int column) {
    return row.stream().filter(c -> c.column == column).findFirst().orElse(null);
  }
}
