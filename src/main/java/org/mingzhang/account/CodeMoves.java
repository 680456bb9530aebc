package org.mingzhang.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.text.TsvResource;

/**
 * Codes of the functional classification that were given up for others. Immutable.
 *
 * @param moves by the code that was given up
 */
public record CodeMoves(Map<String, CodeMove> moves) {
  private static final int COLUMNS = 4;
  private static final CodeMoves STANDARD = read();

  /** Copies the map. */
  public CodeMoves {
    moves = Map.copyOf(moves);
  }

  /**
   * A code that was given up.
   *
   * @param code the code
   * @param successor code that took its place
   * @param since first fiscal year of that
   * @param source where that is laid down
   */
  public record CodeMove(String code, String successor, int since, String source) {}

  /** The moves shipped with the program. */
  public static CodeMoves standard() {
    return STANDARD;
  }

  /** What became of a code, if it was given up. */
  public Optional<CodeMove> of(String code) {
    return Optional.ofNullable(moves.get(code));
  }

  /** The code in force today for a code that was given up; the code itself otherwise. */
  public String present(String code) {
    CodeMove move = moves.get(code);
    return move == null ? code : move.successor();
  }

  private static CodeMoves read() {
    Map<String, CodeMove> moves = new LinkedHashMap<>();
    for (List<String> cells : TsvResource.rows(CodeMoves.class, "functional-moves.tsv", COLUMNS)) {
      CodeMove move =
          new CodeMove(cells.get(0), cells.get(1), Integer.parseInt(cells.get(2)), cells.get(3));
      moves.put(move.code(), move);
    }
    return new CodeMoves(moves);
  }
}
