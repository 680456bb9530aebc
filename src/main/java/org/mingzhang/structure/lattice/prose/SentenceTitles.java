package org.mingzhang.structure.lattice.prose;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/** The titles that precede values in sentences, from {@code sentence-titles.tsv}. */
final class SentenceTitles {
  private static final Map<IndicatorRole, Pattern> TITLES = readTitles();

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(SentenceTitles.class);
  private static final Pattern LINK = PATTERNS.get("link");

  private SentenceTitles() {}

  /**
   * A title with the value that follows it.
   *
   * @param role role of the column with this title
   * @param from index of the title in the clause
   * @param value the text after the title
   */
  record TitledValue(IndicatorRole role, int from, String value) {}

  private static Map<IndicatorRole, Pattern> readTitles() {
    Map<IndicatorRole, String> patterns = new EnumMap<>(IndicatorRole.class);
    TsvResource.forEachRow(
        SentenceTitles.class,
        "sentence-titles.tsv",
        3,
        row -> {
          patterns.merge(IndicatorRole.valueOf(row.get(0)), row.get(1), (a, b) -> a + "|" + b);
        });
    Map<IndicatorRole, Pattern> titles = new EnumMap<>(IndicatorRole.class);
    patterns.forEach((role, pattern) -> titles.put(role, Pattern.compile(pattern)));
    return titles;
  }

  /** The title at the start of a clause, with its value; null if there is none. */
  static @Nullable TitledValue atStart(String clause) {
    IndicatorRole best = null;
    int end = 0;
    for (Map.Entry<IndicatorRole, Pattern> title : TITLES.entrySet()) {
      Matcher matcher = title.getValue().matcher(clause);
      if (matcher.lookingAt() && matcher.end() > end) {
        best = title.getKey();
        end = matcher.end();
      }
    }
    return best == null ? null : new TitledValue(best, 0, valueBehind(clause, end));
  }

  /** The first title of a target inside a clause, with its value; null if there is none. */
  static @Nullable TitledValue targetIn(String clause) {
    Pattern target = TITLES.get(IndicatorRole.TARGET);
    Matcher matcher = target == null ? null : target.matcher(clause);
    return matcher != null && matcher.find() && matcher.start() > 0
        ? new TitledValue(IndicatorRole.TARGET, matcher.start(), valueBehind(clause, matcher.end()))
        : null;
  }

  private static String valueBehind(String clause, int at) {
    Matcher link = LINK.matcher(clause).region(at, clause.length());
    return clause.substring(link.lookingAt() ? link.end() : at).strip();
  }
}
