package org.mingzhang.statement.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.text.PatternTable;

/**
 * Reads names that share the ending of the last one: 教育、社会保障和就业、卫生健康支出 names three classes of
 * expenditure, 年初、年末结转结余 two balances. A conjunction (和) may be part of a name, so neighboring
 * pieces are also tried together, the longest name first. The number of names may stand before the
 * ending: 教育、卫生健康、农林水三项支出.
 */
final class SharedNameEndingReader {
  private static final List<String> ENDINGS = List.of("支出", "收入");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SharedNameEndingReader.class);
  private static final Pattern NUMBER_OF_NAMES = PATTERNS.get("number-of-names");

  /** The words for the two dates of a balance, of which the second begins the last name. */
  private static final List<String> BALANCE_DATES = List.of("年初", "年末");

  private SharedNameEndingReader() {}

  /**
   * The names of a coordination. Empty unless only the last piece ends in 收入 or 支出, or is a balance
   * at the end of the year after the word 年初, and the pieces, with this ending, are two or more
   * known names.
   *
   * @param nameResolver finds the names that the chart has
   * @param pieces the words between the conjunctions
   * @param textJoiner joins the words from the beginning of one piece to the end of another
   */
  static List<ResolvedName> read(
      AccountNameResolver nameResolver,
      List<List<ProseToken>> pieces,
      BiFunction<List<ProseToken>, List<ProseToken>, String> textJoiner) {
    String last = textJoiner.apply(pieces.getLast(), pieces.getLast());
    String first = textJoiner.apply(pieces.getFirst(), pieces.getFirst());
    boolean balances =
        pieces.size() == 2
            && first.equals(BALANCE_DATES.getFirst())
            && last.startsWith(BALANCE_DATES.getLast());
    String ending =
        balances
            ? last.substring(BALANCE_DATES.getLast().length())
            : ENDINGS.stream().filter(last::endsWith).findFirst().orElse(null);
    if (ending == null
        || pieces.subList(0, pieces.size() - 1).stream()
            .anyMatch(p -> textJoiner.apply(p, p).endsWith(ending))) {
      return List.of();
    }
    List<ResolvedName> found = new ArrayList<>();
    int from = 0;
    while (from < pieces.size()) {
      int end = pieces.size();
      ResolvedName name = null;
      while (end > from && name == null) {
        String words =
            NUMBER_OF_NAMES
                .matcher(textJoiner.apply(pieces.get(from), pieces.get(end - 1)))
                .replaceFirst("");
        name =
            nameResolver
                .resolve(words.endsWith(ending) ? words : words + ending, null)
                .orElse(null);
        end--;
      }
      if (name == null) {
        return List.of();
      }
      found.add(name);
      from = end + 1;
    }
    return found.size() > 1 ? found : List.of();
  }
}
