package org.mingzhang.structure.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;

/**
 * The year an amount is of: the document's, or the one before where its words say so: {@code
 * 上年收入总计506.33万元}, {@code 与2023年度决算数640万元相比}. The year at the beginning of a sentence is that of
 * its parts as well. Changes and what was carried over are of the year itself.
 */
final class AmountYear {
  private static final Pattern LAST_YEAR = Pattern.compile("上一?年|去年");
  private static final Pattern OF_THE_YEAR =
      Pattern.compile("(?:增加|增长|上升|提高|减少|下降|降低|压减|增|减)(?:了|额|为)*$|结转|结余");
  private static final Pattern AT_THE_HEAD =
      Pattern.compile("^(?:[\\d一二三四五六七八九十()]{1,4}[.、．])?((?:19|20)\\d{2})年");

  private AmountYear() {}

  /** The year of an amount in a document of a year; null where that is not known. */
  static @Nullable Integer of(CompactText compact, Mention mention, @Nullable Integer own) {
    String label = mention.label();
    if (own == null || !mention.isAmount() || OF_THE_YEAR.matcher(label).find()) {
      return own;
    }
    String sentence = compact.text().substring(mention.sentence(), mention.quantity().start());
    Matcher head = AT_THE_HEAD.matcher(sentence);
    boolean headed = head.find() && head.group(1).equals(String.valueOf(own - 1));
    boolean before =
        LAST_YEAR.matcher(label).find()
            || label.endsWith("由")
            || label.contains((own - 1) + "年")
            || headed;
    boolean current = headed ? sentence.contains(own + "年") : label.contains(own + "年");
    return before && !current ? Integer.valueOf(own - 1) : own;
  }
}
