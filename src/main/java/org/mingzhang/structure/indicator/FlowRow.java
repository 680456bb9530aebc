package org.mingzhang.structure.indicator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Splits the pieces of one row of a form that was extracted as text into name, target, result and
 * note. A piece goes on in the next line when it fills its column; where a last line holds nothing
 * but the values, all before it is the name.
 */
final class FlowRow {
  private static final double TOLERANCE = 0.6;
  private final FlowHeader header;
  private final List<FlowPiece> pieces;
  private int at;

  FlowRow(FlowHeader header, List<FlowPiece> pieces) {
    this.header = header;
    this.pieces = pieces;
  }

  /** The cells by role; {@code nameWidth} is the width of the name's column. */
  Map<IndicatorRole, String> read(double nameWidth) {
    Map<IndicatorRole, String> cells = new EnumMap<>(IndicatorRole.class);
    int values = valuesAtEnd();
    String name = values > 0 ? upTo(pieces.size() - values) : cell(nameWidth, needed());
    cells.put(IndicatorRole.LEVEL3, name);
    cells.put(
        IndicatorRole.TARGET, header.has(IndicatorRole.ACTUAL) ? target() : upTo(pieces.size()));
    if (header.has(IndicatorRole.ACTUAL)) {
      boolean note = header.has(IndicatorRole.NOTE);
      cells.put(IndicatorRole.ACTUAL, note ? cell(header.actualWidth(), 0) : upTo(pieces.size()));
      cells.put(IndicatorRole.NOTE, upTo(pieces.size()));
    }
    return cells;
  }

  private int needed() {
    return header.has(IndicatorRole.ACTUAL) ? 2 : 1;
  }

  /** Number of pieces of the last line when it holds exactly target, result and a short note. */
  private int valuesAtEnd() {
    int needed = needed() + (header.has(IndicatorRole.NOTE) ? 1 : 0);
    int from = pieces.size() - needed;
    if (from < 1 || needed() < 2 || (from > 1 && !pieces.get(from).opensLine())) {
      return 0;
    }
    FlowPiece target = pieces.get(from);
    FlowPiece actual = pieces.get(from + 1);
    boolean oneLine =
        pieces.subList(from, pieces.size() - 1).stream().noneMatch(FlowPiece::closesLine);
    boolean values = (target.value() && actual.value()) || target.text().equals(actual.text());
    return oneLine && values ? needed : 0;
  }

  /** A cell of a column: one piece, and more while it fills the column's width. */
  private String cell(double width, int left) {
    StringBuilder text = new StringBuilder();
    while (at < pieces.size()) {
      FlowPiece piece = pieces.get(at++);
      text.append(piece.text());
      boolean full = piece.closesLine() && piece.width() > width - TOLERANCE;
      boolean closing = at < pieces.size() && closing(pieces.get(at).text());
      if (!closing && !(full && fits(width, left))) {
        break;
      }
    }
    return text.toString();
  }

  /** Whether the next two lines are a full line of the narrow target column and its rest. */
  private boolean startsTarget() {
    double width = header.targetWidth();
    return at + 2 < pieces.size()
        && Math.abs(pieces.get(at).width() - width) < TOLERANCE
        && pieces.get(at + 1).alone()
        && pieces.get(at + 1).width() <= width
        && pieces.get(at + 1).value() == pieces.get(at).value();
  }

  /** Whether the next piece can go on in a column, other pieces being left for the next columns. */
  private boolean fits(double width, int left) {
    return pieces.size() - at > left
        && pieces.get(at).alone()
        && pieces.get(at).width() <= width + TOLERANCE
        && !(left > 1 && startsTarget());
  }

  /**
   * The target: narrow lines up to the first wide one, or, where no wide one follows, up to the
   * first line that does not fill the column.
   */
  private String target() {
    double width = header.targetWidth();
    int wide = at;
    while (wide < pieces.size() && pieces.get(wide).alone() && pieces.get(wide).width() <= width) {
      wide++;
    }
    boolean narrowOnly = wide >= pieces.size();
    return wide > at + 1 && !narrowOnly ? upTo(wide) : cell(width, 1);
  }

  private static boolean closing(String text) {
    return !text.isEmpty() && "）)，。、；％%".indexOf(text.charAt(0)) >= 0;
  }

  private String upTo(int end) {
    StringBuilder text = new StringBuilder();
    while (at < end) {
      text.append(pieces.get(at++).text());
    }
    return text.toString();
  }
}
