package org.mingzhang.schema;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.text.LeadPattern;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.text.TsvResource;

/**
 * Tells sections that only say that there was none of what they are about (本单位无此项支出, 公务接待费支出0万元)
 * from those that state something, and queries that ask for the former. Wordings are data ({@code
 * absence.tsv}). Stateless.
 */
public final class StatedAbsence {
  /** What is longer says more than that there was none. */
  private static final int LONGEST = 260;

  /** Numbers that state no amount: dates, shares, thresholds, ordinals. */
  private static final LeadPattern PASSING =
      new LeadPattern(
          Pattern.compile(
              "\\d{4}年度?|\\d{1,2}月(?:\\d{1,2}日)?|\\d[\\d.]*%"
                  + "|\\d[\\d,.]*(?:万元|元)(?:\\(含\\))?及?以[上下]|\\(\\d{1,2}\\)|(?<!\\d)\\d{1,2}[、.](?!\\d)"),
          c -> (c >= '0' && c <= '9') || c == '(');

  private static final Pattern NOUGHT = Pattern.compile("(?<![\\d.,])0(?:\\.0+)?(?![\\d.,%])");

  private static final List<List<String>> WORDINGS =
      TsvResource.rows(StatedAbsence.class, "absence.tsv", 2);
  private static final List<String> SAID = WORDINGS.stream().map(row -> row.get(1)).toList();
  private static final List<String> ASKED =
      WORDINGS.stream().filter(row -> row.get(0).equals("both")).map(row -> row.get(1)).toList();

  private StatedAbsence() {}

  /** Whether a section's own text says that there was none, and nothing else. */
  static boolean only(String text) {
    if (text.length() > 2 * LONGEST) {
      return false;
    }
    String folded = PASSING.removeFrom(SearchNormalizer.fold(text));
    return !folded.isEmpty()
        && folded.length() <= LONGEST
        && folded.chars().noneMatch(c -> c >= '1' && c <= '9')
        && (NOUGHT.matcher(folded).find() || says(folded, SAID));
  }

  /** Whether a query asks where there was none. */
  public static boolean asked(String query) {
    return says(SearchNormalizer.fold(query), ASKED);
  }

  private static boolean says(String folded, List<String> wordings) {
    return wordings.stream().anyMatch(folded::contains);
  }
}
