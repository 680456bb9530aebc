package org.mingzhang.structure.figure;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.Mention;

/**
 * The year an amount is of: the document's, or the one before where its words say so: {@code
 * 上年收入总计506.33万元}, {@code 与2023年度决算数640万元相比}. Changes and what was carried over are of the year
 * itself.
 */
final class AmountYear {
  private static final Pattern LAST_YEAR = Pattern.compile("上一?年|去年");
  private static final Pattern OF_THE_YEAR =
      Pattern.compile("(?:增加|增长|上升|提高|减少|下降|降低|压减|增|减)(?:了|额|为)*$|结转|结余");

  private AmountYear() {}

  /** The year of an amount in a document of a year; null where that is not known. */
  static @Nullable Integer of(Mention mention, @Nullable Integer own) {
    String label = mention.label();
    if (own == null || !mention.isAmount() || OF_THE_YEAR.matcher(label).find()) {
      return own;
    }
    boolean before = LAST_YEAR.matcher(label).find() || label.contains((own - 1) + "年");
    return before && !label.contains(own + "年") ? Integer.valueOf(own - 1) : own;
  }
}
