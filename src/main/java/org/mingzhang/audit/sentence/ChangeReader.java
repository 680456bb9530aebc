package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.fact.Fact;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.model.Topic;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;
import org.mingzhang.text.Rate;

/** Reads the comparisons with another year or a budget from one paragraph. */
final class ChangeReader {
  private static final int CLOSE = 100;
  private static final Pattern CHANGED =
      Pattern.compile("(?:" + RateOfChange.UP + "|" + RateOfChange.DOWN + ")$");

  /** The amount that something is compared with, printed directly before the change. */
  private static final Pattern AGAINST = Pattern.compile("^(?:与|比|较)[^增减]*$");

  private static final Pattern UNCHANGED =
      Pattern.compile(
          "(?:^|[，,:])(?:其中)?(?<subject>[^，,:。；;比较与\\d]{4,24})(?:比|较|与)[^，,]*?(?:无增减变化|持平|一致|不变|相同)[，,]$");
  private final Passage passage;
  private final List<Mention> mentions;
  private final Pattern previous;
  private final Facts facts;

  ChangeReader(Passage passage, Reading reading) {
    this.passage = passage;
    this.mentions = passage.mentions();
    this.previous = previous(reading.year());
    this.facts = reading.derived(Facts.class, Facts::of);
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
    String subject =
        RateOfChange.BASE
            .matcher(words.group("subject"))
            .replaceAll("")
            .replaceAll("[各均同比]+$|^本年度?$|^本年度?(?=各)", "");
    subject = subject.isEmpty() ? unchangedBefore(mention) : subject;
    if (!isComparison(mention, words.group("subject")) && !bothYears(index, subject)) {
      return null;
    }
    Mention compared = current(index, subject);
    Amount current =
        compared != null && compared.quantity() instanceof Amount a
            ? a
            : elsewhere(Subjects.normal(subject), change);
    return new ChangeStatement(
        passage,
        from(mention, compared),
        rate == null ? change.end() : Math.max(change.end(), rate.end()),
        current,
        others(index, change, current),
        printedBase(index),
        change,
        up,
        rate,
        rated != null && rated.up());
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

  /** Whether the amounts of both years stand before a bare {@code 减少}: {@code 2023年执行数为A，今年安排B}. */
  private boolean bothYears(int index, String subject) {
    if (index < 2 || !subject.isEmpty()) {
      return false;
    }
    Mention last = mentions.get(index - 2);
    return last.part() == mentions.get(index).part()
        && last.isAmount()
        && previous.matcher(last.label()).find()
        && !CHANGED.matcher(last.label()).find()
        && isOfTheYear(mentions.get(index - 1));
  }

  /** The amount that is compared: the last one before with the same name, or the sentence's own. */
  private @Nullable Mention current(int index, String subject) {
    String name = Subjects.normal(subject);
    Mention before = index > 0 ? mentions.get(index - 1) : null;
    if (name.isEmpty() && before != null && AGAINST.matcher(before.label()).find()) {
      Mention same = named(index, Subjects.normal(before.label()));
      return same == null ? named(index, "") : same;
    }
    return named(index, name);
  }

  /** The one amount that other paragraphs give to one of the three public expenses. */
  private @Nullable Amount elsewhere(String subject, Amount change) {
    if (passage.topic() != Topic.THREE_PUBLIC || !change.unit().equals("万元")) {
      return null;
    }
    String name =
        subject.replaceFirst("(?:支出)?(?:决算)?数?$", "").replace("运行维护费", "运行费").replace("和运行", "及运行");
    List<BigDecimal> amounts = facts.amounts(name);
    return amounts.size() == 1
        ? new Amount(change.start(), change.start(), amounts.getFirst(), "万元", true)
        : null;
  }

  private @Nullable Mention named(int index, String name) {
    Mention change = mentions.get(index);
    Mention budget = null;
    for (int i = index - 1; i >= 0; i--) {
      Mention before = mentions.get(i);
      if (isOfTheYear(before)) {
        String label = Subjects.normal(before.label());
        boolean named =
            !name.isEmpty()
                && (label.endsWith(name) || (name.endsWith(label) && label.length() > 3));
        boolean own = name.isEmpty() && before.part() == change.part();
        if (named || (own && !AccountWords.isBudget(before))) {
          return before;
        }
        budget = own && budget == null ? before : budget;
      }
    }
    return budget == null && name.isEmpty() ? only(index) : budget;
  }

  /**
   * What names nothing is about the one amount of the parts of the sentence before it, or of the
   * sentences before.
   */
  private @Nullable Mention only(int index) {
    int sentence = mentions.get(index).sentence();
    List<Mention> own =
        mentions.subList(0, index).stream()
            .filter(m -> m.sentence() == sentence && isOfTheYear(m))
            .toList();
    if (!own.isEmpty()) {
      return own.size() == 1 ? own.getFirst() : null;
    }
    List<Mention> amounts =
        mentions.subList(0, index).stream()
            .filter(m -> m.sentence() < sentence && isOfTheYear(m))
            .filter(m -> !AccountWords.isBudget(m))
            .toList();
    return amounts.size() == 1 ? amounts.getFirst() : null;
  }

  private boolean isOfTheYear(Mention mention) {
    return mention.quantity() instanceof Amount amount
        && !amount.missing()
        && !CHANGED.matcher(mention.label()).find()
        && !AGAINST.matcher(mention.label()).find()
        && !previous.matcher(mention.label()).find();
  }

  /**
   * All amounts of the paragraph up to the comparison that may be what is compared, and what other
   * places of the document say in place of the one compared.
   */
  private List<BigDecimal> others(int index, Amount change, @Nullable Amount current) {
    List<BigDecimal> others = new ArrayList<>();
    for (Mention mention : mentions.subList(0, index)) {
      if (isOfTheYear(mention)
          && mention.quantity() instanceof Amount amount
          && amount.value() != null
          && amount.unit().equals(change.unit())) {
        others.add(amount.value());
      }
    }
    if (current != null && current.value() != null && change.unit().equals("万元")) {
      facts.groups().stream()
          .filter(g -> g.stream().anyMatch(f -> isHere(f, current.value())))
          .forEach(g -> g.forEach(f -> others.add(f.value())));
    }
    return others;
  }

  private boolean isHere(Fact fact, BigDecimal value) {
    return fact.place().section().equals(passage.section().path())
        && fact.value().compareTo(value) == 0;
  }

  /** Words that say that an amount is of the year before. */
  private static Pattern previous(@Nullable Integer year) {
    return Pattern.compile("上一?年|去年" + (year == null ? "" : "|" + (year - 1) + "年"));
  }

  private @Nullable Amount printedBase(int index) {
    Mention change = mentions.get(index);
    for (int i = index - 1; i >= 0 && mentions.get(i).part() == change.part(); i--) {
      Mention before = mentions.get(i);
      boolean beside = i == index - 1 && AGAINST.matcher(before.label()).find();
      boolean named =
          (previous.matcher(before.label()).find() || beside)
              && !CHANGED.matcher(before.label()).find();
      if (named && before.quantity() instanceof Amount amount) {
        return amount;
      }
    }
    return null;
  }
}
