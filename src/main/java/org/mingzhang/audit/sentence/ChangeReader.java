package org.mingzhang.audit.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;
import org.mingzhang.text.Rate;

/** Reads the comparisons with another year or a budget from one paragraph. */
final class ChangeReader {
  private static final int CLOSE = 100;
  private static final Pattern UNCHANGED =
      Pattern.compile(
          "(?:^|[，,:])(?:其中)?(?<subject>[^，,:。；;比较与\\d]{4,24})(?:比|较|与)[^，,]*?(?:无增减变化|持平|一致|不变|相同)[，,]$");
  private final Passage passage;
  private final List<Mention> mentions;
  private final ComparedAmounts amounts;
  private final @Nullable Integer year;

  ChangeReader(Passage passage, Reading reading) {
    this.passage = passage;
    this.mentions = passage.mentions();
    this.amounts = new ComparedAmounts(passage, reading);
    this.year = reading.year();
  }

  /** The comparisons of the paragraph, in order. */
  List<ChangeStatement> find() {
    List<ChangeStatement> found = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      if (mentions.get(i).quantity() instanceof Amount change && !change.missing()) {
        ChangeStatement statement = read(i, change);
        if (statement != null) {
          found.add(statement);
        }
      }
    }
    return found;
  }

  private @Nullable ChangeStatement read(int index, Amount change) {
    Mention mention = mentions.get(index);
    Boolean up = RateOfChange.direction(mention.label());
    Matcher words = RateOfChange.DIRECTION.matcher(mention.label());
    if (up == null || !words.matches()) {
      return null;
    }
    RateOfChange rated = RateOfChange.of(mentions, index);
    Rate rate = rated == null ? null : rated.rate();
    String subject = subject(mention, words.group("subject"));
    BothYears years = subject.isEmpty() ? BothYears.of(mentions, index, year) : null;
    if (years == null
        && !isComparison(mention, words.group("subject"))
        && !amounts.ofBothYears(index, subject)) {
      return null;
    }
    Mention compared = years == null ? amounts.current(index, subject) : years.now();
    Amount current =
        compared != null && compared.quantity() instanceof Amount a
            ? a
            : amounts.elsewhere(Subjects.normal(subject), change);
    return new ChangeStatement(
        passage,
        from(mention, compared),
        rate == null ? change.end() : Math.max(change.end(), rate.end()),
        current,
        amounts.others(index, change, current),
        years != null && years.before().quantity() instanceof Amount before
            ? before
            : amounts.base(index),
        change,
        up,
        rate,
        rated != null && rated.up());
  }

  /** What the comparison is about; empty if it does not say. */
  private String subject(Mention change, String words) {
    String subject =
        RateOfChange.BASE
            .matcher(words)
            .replaceAll("")
            .replaceAll("[各均同对比]+$|^本年度?$|^本年度?(?=各)", "");
    return subject.isEmpty() ? unchangedBefore(change) : subject;
  }

  /** The comparison begins with the amount compared, where that stands in the same sentence. */
  private static int from(Mention change, @Nullable Mention compared) {
    return compared != null
            && compared.sentence() == change.sentence()
            && change.clause() - compared.clause() <= CLOSE
        ? compared.clause()
        : change.clause();
  }

  /** What did not change against the budget is what changed against last year. */
  private String unchangedBefore(Mention change) {
    Matcher before = UNCHANGED.matcher(passage.compact().substring(change.part(), change.clause()));
    return before.find() ? before.group("subject") : "";
  }

  /** Reasons also name increases: a comparison says with what, in its clause or the one before. */
  private boolean isComparison(Mention mention, String subject) {
    String before = passage.compact().substring(mention.sentence(), mention.clause());
    return !before.contains("原因")
        && (RateOfChange.BASE.matcher(subject).find()
            || subject.endsWith("同比")
            || before.matches("(?s).*(?:与|比|较|上年)[^，,。；;]*(?:相比)?[，,].*")
            || before.matches("(?s).*(?:与|比|较)[^，,。；;]*")
            || (before.startsWith("其中") && isOfSentenceBefore(mention)));
  }

  /** {@code 三公经费比上年减少2万元。其中：公务接待费减少1万元}: what the parts are compared with is said before. */
  private boolean isOfSentenceBefore(Mention mention) {
    String text = passage.compact().substring(0, mention.sentence());
    String last = text.substring(1 + text.lastIndexOf('。', Math.max(0, text.length() - 2)));
    return last.matches("(?s).*[比较与](?:上年|去年|20\\d\\d年)[^。]*(?:增加|减少)[^。]*。");
  }
}
