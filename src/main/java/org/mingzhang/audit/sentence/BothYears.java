package org.mingzhang.audit.sentence;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.Mention;

/**
 * The same amount of two years, printed one after the other right before a change, be it in
 * sentences of their own: {@code 上年决算数为A。本年决算数为B，增加C}.
 *
 * @param now this year's amount
 * @param before last year's amount
 */
record BothYears(Mention now, Mention before) {
  private static final Pattern NAME =
      Pattern.compile(
          "^(?:其中:?)?(?:(?<last>上一?年|去年)|(?<own>本年|今年|当年)|(?<year>20\\d\\d)年)度?(?<name>.+?)[为是:]*$");
  private static final Pattern CARRIED = Pattern.compile("结转|结余|增|减|预算");

  /** The two amounts before the change at a place of a paragraph's mentions; null without them. */
  static @Nullable BothYears of(List<Mention> mentions, int index, @Nullable Integer year) {
    if (index < 2 || !mentions.get(index - 1).isAmount() || !mentions.get(index - 2).isAmount()) {
      return null;
    }
    Mention last = mentions.get(index - 1);
    Mention other = mentions.get(index - 2);
    Matcher first = NAME.matcher(other.label());
    Matcher second = NAME.matcher(last.label());
    if (!first.matches()
        || !second.matches()
        || !first.group("name").equals(second.group("name"))
        || CARRIED.matcher(first.group("name")).find()) {
      return null;
    }
    int from = offset(first, year);
    int to = offset(second, year);
    if (from == -1 && to == 0) {
      return new BothYears(last, other);
    }
    return from == 0 && to == -1 ? new BothYears(other, last) : null;
  }

  /** The year that is named, counted from the document's: 0, -1, or something else. */
  private static int offset(Matcher named, @Nullable Integer year) {
    if (named.group("year") == null) {
      return named.group("last") == null ? 0 : -1;
    }
    return year == null ? Integer.MIN_VALUE : Integer.parseInt(named.group("year")) - year;
  }
}
