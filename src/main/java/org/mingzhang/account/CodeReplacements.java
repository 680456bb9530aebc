package org.mingzhang.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.text.TsvResource;

/**
 * Codes of the functional classification that were replaced by others. Immutable.
 *
 * @param replacementByCode replacements by the code that was replaced
 */
public record CodeReplacements(Map<String, CodeReplacement> replacementByCode) {
  private static final int COLUMNS = 4;
  private static final CodeReplacements STANDARD = read();

  /** Makes an immutable copy of the map. */
  public CodeReplacements {
    replacementByCode = Map.copyOf(replacementByCode);
  }

  /**
   * A code that was replaced by another.
   *
   * @param code the former code
   * @param successor the code that replaced it
   * @param since first fiscal year of the successor
   * @param source document that prescribes the replacement
   */
  public record CodeReplacement(String code, String successor, int since, String source) {}

  /** The replacements shipped with the program. */
  public static CodeReplacements standard() {
    return STANDARD;
  }

  /**
   * The code that replaced a code; the code itself if it was not replaced. A successor that was
   * replaced in turn is not followed further.
   */
  public String currentCode(String code) {
    CodeReplacement move = replacementByCode.get(code);
    return move == null ? code : move.successor();
  }

  private static CodeReplacement parse(List<String> cells) {
    return new CodeReplacement(
        cells.get(0), cells.get(1), Integer.parseInt(cells.get(2)), cells.get(3));
  }

  private static CodeReplacements read() {
    Map<String, CodeReplacement> moves = new LinkedHashMap<>();
    TsvResource.parseRows(
            CodeReplacements.class, "functional-moves.tsv", COLUMNS, CodeReplacements::parse)
        .forEach(move -> moves.put(move.code(), move));
    return new CodeReplacements(moves);
  }
}
