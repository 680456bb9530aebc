package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a line of a form that was extracted as text.
 *
 * @param text the text
 * @param opensLine whether it is the first of its line
 * @param closesLine whether it is the last of its line
 * @param points whether it can only be the points of a row
 */
record FlowPiece(String text, boolean opensLine, boolean closesLine, boolean points) {
  private static final String MEASURES = "个家场件人次名篇项万元年月日户条份";

  /**
   * The pieces of lines.
   *
   * @param pairs whether points of the weight stand beside those of the score: then a note may
   *     follow them on their line
   */
  static List<FlowPiece> of(List<FlowLine> lines, boolean pairs) {
    List<FlowPiece> pieces = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      FlowLine line = lines.get(i);
      int last = line.pieces().size() - 1;
      boolean counted =
          i + 1 < lines.size() && MEASURES.indexOf(lines.get(i + 1).tight().charAt(0)) >= 0;
      for (int p = 0; p <= last; p++) {
        boolean noted = pairs && p == last - 1 && line.pairBefore(last);
        boolean points = noted || (p == last && line.endsWithPoints() && !counted);
        pieces.add(new FlowPiece(line.pieces().get(p), p == 0, p == last, points));
      }
    }
    return pieces;
  }

  double width() {
    return FlowLine.width(text);
  }

  /** Whether it is alone on its line. */
  boolean alone() {
    return opensLine && closesLine;
  }

  /** Whether it begins as a quantity does: ≥30, 100%. */
  boolean number() {
    return text.matches("[≥≤＞＜><=＝≧≦]?\\d.*");
  }

  /** Whether it looks like a value: it holds a digit. */
  boolean value() {
    return text.chars().anyMatch(Character::isDigit);
  }
}
