package org.mingzhang.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognizes sections that only state an absence (本单位无此项支出, 公务接待费支出0万元), and queries that ask for
 * such sections. The phrases are data ({@code absence.tsv}).
 */
public final class StatedAbsenceDetector {
  /**
   * Maximum length, in UTF-16 units, of a normalized section that can be only a statement of
   * absence.
   */
  private static final int MAX_STATEMENT_LENGTH = 260;

  /** Numbers that are not amounts: dates, shares, thresholds, ordinals. */
  private static final FirstCharacterPattern NON_AMOUNT =
      new FirstCharacterPattern(
          Pattern.compile(
              "\\d{4}年度?|\\d{1,2}月(?:\\d{1,2}日)?|\\d[\\d.]*%"
                  + "|\\d[\\d,.]*(?:万元|元)(?:\\(含\\))?及?以[上下]|\\(\\d{1,2}\\)|(?<!\\d)\\d{1,2}[、.](?!\\d)"),
          c -> (c >= '0' && c <= '9') || c == '(');

  private static final Pattern ZERO = Pattern.compile("(?<![\\d.,])0(?:\\.0+)?(?![\\d.,%])");

  /** Words with which a body says that an account is not kept for it: 不在…统计范围之内, 不适用, 不列示. */
  private static final Pattern NOT_APPLICABLE =
      Pattern.compile(
          "(?:不在|不属于?|(?:不|未|没有)(?:列入|纳入|计入|包含在|包括在))[^,，]{0,24}范[围畴]|不适用|无需公开"
              + "|(?:不|无[需须])(?:再|予|单独|需|用){0,2}(?:列示|列报|列支|填列|填报|编报|统计|核算)");

  private static final Pattern CLAUSE_END = Pattern.compile("[,，。；;\\n]");

  private static final String SECTIONS_AND_QUERIES = "both";
  private static final List<List<String>> WORDINGS =
      TsvResource.parseRows(
          StatedAbsenceDetector.class, "absence.tsv", 2, StatedAbsenceDetector::requireValidRow);
  private static final List<String> SECTION_WORDINGS =
      WORDINGS.stream().map(row -> row.get(1)).toList();
  private static final List<String> QUERY_WORDINGS =
      WORDINGS.stream()
          .filter(row -> row.get(0).equals(SECTIONS_AND_QUERIES))
          .map(row -> row.get(1))
          .toList();

  private StatedAbsenceDetector() {}

  private static List<String> requireValidRow(List<String> cells) {
    TsvResource.requireKeyword(cells.getFirst(), "text", SECTIONS_AND_QUERIES);
    return cells;
  }

  /**
   * Whether a section's text is short, has no amount other than zero, and contains an amount of
   * zero or a phrase of absence, so that it states an absence and nothing else.
   */
  public static boolean isAbsenceOnly(String text) {
    if (text.length() > 2 * MAX_STATEMENT_LENGTH) {
      return false;
    }
    String folded = NON_AMOUNT.removeFrom(SearchNormalizer.fold(text));
    return !folded.isEmpty()
        && folded.length() <= MAX_STATEMENT_LENGTH
        && folded.chars().noneMatch(c -> c >= '1' && c <= '9')
        && (ZERO.matcher(folded).find() || containsAny(folded, SECTION_WORDINGS));
  }

  /** Whether a query asks for sections that state an absence. */
  public static boolean asksForAbsence(String query) {
    return containsAny(SearchNormalizer.fold(query), QUERY_WORDINGS);
  }

  /** Whether a clause of a text that names an account says that it is not kept for the body. */
  public static boolean isSaidNotToApply(String account, String text) {
    return CLAUSE_END
        .splitAsStream(text)
        .anyMatch(clause -> clause.contains(account) && NOT_APPLICABLE.matcher(clause).find());
  }

  private static boolean containsAny(String folded, List<String> wordings) {
    return wordings.stream().anyMatch(folded::contains);
  }
}
