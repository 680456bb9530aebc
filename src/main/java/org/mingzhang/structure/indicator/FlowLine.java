package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A visual line of a form that was extracted as text: its pieces, which are cells or parts of
 * wrapped cells. A number and the unit after a blank are one piece.
 *
 * @param pieces the pieces from left to right
 * @param words what blanks part, numbers without their units
 * @param page 1-based page
 */
public record FlowLine(List<String> pieces, List<String> words, int page) {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");
  private static final Pattern QUANTITY = Pattern.compile("[≥≤≧≦=＝><]?\\d[\\d.,]*[万亿]?");
  private static final Pattern UNIT = Pattern.compile("(?!无$)[\\u4e00-\\u9fff（%％][^，。；]{0,7}");
  private static final Pattern SCORE = Pattern.compile("\\d{1,2}(\\.\\d{1,2})?");

  public static FlowLine of(String text, int page) {
    List<String> pieces = new ArrayList<>();
    for (String piece : BLANKS.split(text.strip(), -1)) {
      boolean unit =
          !pieces.isEmpty()
              && QUANTITY.matcher(pieces.getLast()).matches()
              && UNIT.matcher(piece).matches();
      if (unit) {
        pieces.set(pieces.size() - 1, pieces.getLast() + piece);
      } else if (!piece.isEmpty()) {
        pieces.add(piece);
      }
    }
    List<String> words =
        Arrays.stream(BLANKS.split(text.strip(), -1)).filter(word -> !word.isEmpty()).toList();
    return new FlowLine(List.copyOf(pieces), words, page);
  }

  /** All pieces without blanks between them. */
  public String tight() {
    return String.join("", pieces);
  }

  /** Whether the line ends with points: alone on the line, or after the cells of a row. */
  boolean endsWithPoints() {
    boolean points = SCORE.matcher(pieces.getLast()).matches();
    boolean prose = pieces.size() == 2 && pieces.get(0).matches(".*[，、。].*");
    return points && !prose;
  }

  /** Whether two points stand right before a piece that is none, as weight and score do. */
  boolean pairBefore(int piece) {
    return piece > 2
        && !SCORE.matcher(pieces.get(piece)).matches()
        && SCORE.matcher(pieces.get(piece - 1)).matches()
        && SCORE.matcher(pieces.get(piece - 2)).matches();
  }

  /** Width in Chinese characters: letters and digits take half. */
  static double width(String piece) {
    return piece.chars().mapToDouble(c -> c < 0x2000 ? 0.5 : 1).sum();
  }
}
