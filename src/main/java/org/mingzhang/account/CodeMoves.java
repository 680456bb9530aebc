package org.mingzhang.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.text.TsvResource;

/**
 * Codes of the functional classification that were replaced by others. Immutable.
 *
 * @param moves replacements by former code
 */
public record CodeMoves(Map<String, CodeMove> moves) {
  private static final int COLUMNS = 4;
  private static final CodeMoves STANDARD = read();

  /** Copies the map. */
  public CodeMoves {
    moves = Map.copyOf(moves);
  }

  /**
   * A code that was replaced by another.
   *
   * @param code the former code
   * @param successor the code that replaced it
   * @param since first fiscal year of the successor
   * @param source document that orders it
   */
  public record CodeMove(String code, String successor, int since, String source) {}

  /** The replacements shipped with the program. */
  public static CodeMoves standard() {
    return STANDARD;
  }

  /** The code that is valid today: the successor of a former code, or else the code itself. */
  public String currentCode(String code) {
    CodeMove move = moves.get(code);
    return move == null ? code : move.successor();
  }

  private static CodeMoves read() {
    Map<String, CodeMove> moves = new LinkedHashMap<>();
    for (List<String> cells :
        TsvResource.readRows(CodeMoves.class, "functional-moves.tsv", COLUMNS)) {
      CodeMove move =
          new CodeMove(cells.get(0), cells.get(1), Integer.parseInt(cells.get(2)), cells.get(3));
      moves.put(move.code(), move);
    }
    return new CodeMoves(moves);
  }
}
