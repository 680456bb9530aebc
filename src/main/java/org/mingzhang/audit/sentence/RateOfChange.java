package org.mingzhang.audit.sentence;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;
import org.mingzhang.text.Rate;

/**
 * The rate that is printed with a change: behind it ({@code 增加9.72万元，增长8%}) or, where the change
 * alone is what the rate comes to, before it ({@code 同比增长8%，增收9.72万元}).
 *
 * @param rate the rate
 * @param up whether its words say growth
 */
record RateOfChange(Rate rate, boolean up) {
  static final String UP = "增加|增长|上升|提高|增[收支]|增";
  static final String DOWN = "减少|下降|降低|压减|节约|减[收支]|减|降(?=幅)";

  /** What is compared, and the direction in which it changed. */
  static final Pattern DIRECTION =
      Pattern.compile(
          "(?<subject>.*?)(?<up>"
              + UP
              + ")?(?<down>"
              + DOWN
              + ")?(?:了|额|率|幅度?|的?比例|比率|的)*[为是达约]*$");

  /** Both directions of the form, of which none was chosen. */
  static final Pattern OPEN =
      Pattern.compile("(?:增加|增长|上升)[(（/、]?(?:减少|下降|降低)|(?:减少|下降|降低)[(（/、]?(?:增加|增长|上升)");

  static final Pattern BASE = Pattern.compile("(?:与|(?<!同)比|较)[^，,。；;]*$");
  private static final Pattern ALONE = Pattern.compile("(?:" + UP + "|" + DOWN + ")了?额?约?");

  /** The direction that words say; null where they say none, both, or leave it open. */
  static @Nullable Boolean direction(String words) {
    Matcher match = DIRECTION.matcher(words);
    boolean one =
        match.matches()
            && !OPEN.matcher(words).find()
            && (match.group("up") == null) != (match.group("down") == null);
    return one ? Boolean.valueOf(match.group("up") != null) : null;
  }

  /** The rate of the change at a place of a paragraph's mentions, or null. */
  static @Nullable RateOfChange of(List<Mention> mentions, int index) {
    RateOfChange after = index + 1 < mentions.size() ? behind(mentions, index) : null;
    return after == null && index > 0 ? before(mentions, index) : after;
  }

  private static @Nullable RateOfChange behind(List<Mention> mentions, int index) {
    Mention next = mentions.get(index + 1);
    Boolean up = direction(next.label());
    Matcher words = DIRECTION.matcher(next.label());
    return up != null
            && next.quantity() instanceof Rate rate
            && goesOn(mentions.get(index), next)
            && words.matches()
            && BASE.matcher(words.group("subject")).replaceAll("").matches("[(（]?(?:同比)?(?:上年)?")
        ? of(rate, up)
        : null;
  }

  /** Growth of -44% is a decrease of 44%. */
  private static RateOfChange of(Rate rate, boolean up) {
    return rate.value().signum() < 0
        ? new RateOfChange(new Rate(rate.start(), rate.end(), rate.value().negate()), !up)
        : new RateOfChange(rate, up);
  }

  private static @Nullable RateOfChange before(List<Mention> mentions, int index) {
    Mention change = mentions.get(index);
    Mention last = mentions.get(index - 1);
    boolean taken = index > 1 && isChange(mentions.get(index - 2));
    Boolean up = direction(last.label());
    return up != null
            && !taken
            && last.quantity() instanceof Rate rate
            && change.clause() == rate.end() + 1
            && last.part() == change.part()
            && ALONE.matcher(change.label()).matches()
        ? new RateOfChange(rate, up)
        : null;
  }

  private static boolean isChange(Mention mention) {
    return mention.quantity() instanceof Amount && direction(mention.label()) != null;
  }

  /** Whether a rate is of the same sentence or begins the next: {@code 增加9.72万元。增加8%}. */
  private static boolean goesOn(Mention change, Mention rate) {
    return rate.sentence() == change.sentence() || rate.clause() == change.quantity().end() + 1;
  }
}
