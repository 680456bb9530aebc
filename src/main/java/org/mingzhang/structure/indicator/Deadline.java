package org.mingzhang.structure.indicator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator.Met;

/** A date up to which something had to be done: 2024年12月31日之前完成, 12月底前, 年底前. */
final class Deadline {
  private static final Pattern DATE =
      Pattern.compile("(?:(\\d{4})年度?)?(?:(\\d{1,2})月份?)?(?:(\\d{1,2})日|底|末|中旬|上旬)?");
  private static final Pattern DONE = Pattern.compile(".*(完成|达成|达标|落实|及时|按时|按期|前).*|100%");

  private Deadline() {}

  /** Judges a normalised result against a normalised target that names a date. */
  static Met judge(String wanted, String got) {
    Integer limit = day(wanted);
    Integer done = day(got);
    if (limit == null || done == null) {
      return DONE.matcher(got).matches() && !got.matches(".*[未不没].*") ? Met.MET : Met.UNKNOWN;
    }
    boolean bothYears = limit >= 10000 && done >= 10000;
    int a = bothYears ? limit : limit % 10000;
    int b = bothYears ? done : done % 10000;
    return b <= a ? Met.MET : Met.MISSED;
  }

  /** Year, month and day as one number; a month or year without day is its last day. */
  private static @Nullable Integer day(String text) {
    Matcher matcher = DATE.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1) != null || matcher.group(2) != null) {
        int year = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        int month = matcher.group(2) == null ? 12 : Integer.parseInt(matcher.group(2));
        int day = matcher.group(3) == null ? 31 : Integer.parseInt(matcher.group(3));
        return year * 10000 + month * 100 + day;
      }
    }
    return null;
  }
}
