package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/**
 * An amount with its share of a whole: {@code 基本支出139.47万元，占70.59%}.
 *
 * @param passage its paragraph
 * @param from place at which the amount's clause begins
 * @param to place behind the rate
 * @param part the amount
 * @param rate the share in per cent
 * @param name what the words call the whole, empty where they name none
 * @param wholes what the whole may be, the likeliest first; empty where it cannot be told
 * @param atMost whether the whole may be smaller than the first of these
 * @param guessed whether the whole is only taken from where the list stands
 */
record ShareStatement(
    Passage passage,
    int from,
    int to,
    BigDecimal part,
    BigDecimal rate,
    String name,
    List<BigDecimal> wholes,
    boolean atMost,
    boolean guessed) {

  private static final Pattern SHARE =
      Pattern.compile("^[(]?(?:约|所)?占(?<whole>[^，,。；;]*?)(?:的比例|的比重|比例|比重|比率?)?的?(?:约)?[为是]?$");

  private static final Pattern ROW = Pattern.compile("[、和与及]?");

  /** The shares of a paragraph, in order. */
  static List<ShareStatement> find(Passage passage, Reading reading) {
    if (passage.compact().indexOf('占') < 0) {
      return List.of();
    }
    List<ShareStatement> found = new ArrayList<>();
    List<Mention> mentions = passage.mentions();
    for (int i = 1; i < mentions.size(); i++) {
      Mention rate = mentions.get(i);
      Mention last = mentions.get(i - 1);
      Mention part = mentions.get(Math.max(0, i - inARow(mentions, i)));
      Matcher words = SHARE.matcher(rate.label());
      BigDecimal value = rate.quantity().value();
      if (!rate.isAmount()
          && value != null
          && words.matches()
          && part.quantity() instanceof Amount amount
          && amount.value() != null
          && adjacent(passage, last, rate)) {
        String name = words.group("whole").replaceFirst("的$", "");
        Wholes own = Wholes.of(passage, reading, mentions.indexOf(part), name, amount);
        boolean unnamed = name.isEmpty() && own.amounts().isEmpty() && !found.isEmpty();
        found.add(of(passage, part, amount.value(), rate, name, unnamed ? like(found) : own));
      }
    }
    return found;
  }

  /** How many rates stand in a row: {@code 甲、乙分别为3亿元和7亿元，占总额的30%和70%}. */
  private static int inARow(List<Mention> mentions, int first) {
    int next = first + 1;
    while (next < mentions.size()
        && !mentions.get(next).isAmount()
        && ROW.matcher(mentions.get(next).label()).matches()) {
      next++;
    }
    return next - first;
  }

  /** What goes without saying: the whole of the first share. */
  private static Wholes like(List<ShareStatement> found) {
    return Wholes.like(found.getFirst());
  }

  private static ShareStatement of(
      Passage passage, Mention part, BigDecimal amount, Mention rate, String name, Wholes wholes) {
    return new ShareStatement(
        passage,
        part.clause(),
        rate.quantity().end(),
        amount,
        Objects.requireNonNull(rate.quantity().value()),
        name,
        wholes.amounts(),
        wholes.atMost(),
        wholes.guessed());
  }

  private static boolean adjacent(Passage passage, Mention part, Mention rate) {
    String between = passage.compact().substring(part.quantity().end(), rate.clause());
    return between.isEmpty() || between.matches("[，,]");
  }

  /** The likeliest whole, or null. */
  @Nullable BigDecimal whole() {
    return wholes.isEmpty() ? null : wholes.getFirst();
  }

  /** Whether the share is right for one of the amounts that the whole may be. */
  boolean agrees() {
    return wholes.stream()
        .anyMatch(w -> w.signum() > 0 && Tolerance.rateAgrees(rate, part, w, passage.cents()));
  }

  /** Whether the share may be right for a whole that is smaller than the one known. */
  boolean possible() {
    BigDecimal largest = whole();
    return atMost
        && largest != null
        && largest.signum() > 0
        && rate.compareTo(Tolerance.percent(part, largest)) >= 0;
  }
}
