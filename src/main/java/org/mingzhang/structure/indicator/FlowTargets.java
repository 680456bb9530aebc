package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the pieces below one pair of levels into rows of a name and a target, in forms that have
 * no other columns: a name goes on while it fills its column, and so does a target.
 */
final class FlowTargets {
  private static final double TOLERANCE = 0.6;
  private static final double MOST_TARGET_WIDTH = 8;

  private final double nameWidth;
  private final double targetWidth;

  /**
   * Splits pieces of a form.
   *
   * @param nameWidth width of its column of names
   * @param parts its pieces by levels, which tell how wide its targets are
   */
  FlowTargets(double nameWidth, List<List<FlowPiece>> parts) {
    this.nameWidth = nameWidth;
    this.targetWidth =
        parts.stream()
            .flatMap(part -> part.stream().skip(1))
            .filter(p -> p.value() || (p.closesLine() && !p.opensLine()))
            .mapToDouble(FlowPiece::width)
            .filter(width -> width <= MOST_TARGET_WIDTH)
            .max()
            .orElse(MOST_TARGET_WIDTH);
  }

  /** Pairs of name and target; a target is empty where only a name is left. */
  List<List<String>> rows(List<FlowPiece> pieces) {
    List<List<String>> rows = new ArrayList<>();
    int at = 0;
    while (at < pieces.size()) {
      int name = end(pieces, at, nameWidth);
      int target = name < pieces.size() ? end(pieces, name, targetWidth) : name;
      rows.add(List.of(text(pieces, at, name), text(pieces, name, target)));
      at = target;
    }
    return rows;
  }

  /** Where the cell ends that starts at a piece. */
  private static int end(List<FlowPiece> pieces, int from, double width) {
    int at = from + 1;
    while (at < pieces.size() && goesOn(pieces.get(at - 1), pieces.get(at), width)) {
      at++;
    }
    return at;
  }

  private static boolean goesOn(FlowPiece piece, FlowPiece next, double width) {
    boolean full = piece.closesLine() && piece.width() > width - 2 * TOLERANCE;
    return full && next.alone() && next.width() <= width + TOLERANCE && !next.number();
  }

  private static String text(List<FlowPiece> pieces, int from, int to) {
    StringBuilder text = new StringBuilder();
    pieces.subList(from, to).forEach(piece -> text.append(piece.text()));
    return text.toString();
  }
}
