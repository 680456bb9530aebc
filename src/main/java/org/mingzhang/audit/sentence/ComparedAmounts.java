package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.fact.Fact;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.model.Topic;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/**
 * The amounts of one paragraph that a change in it may be of. A change is named by its index among
 * the paragraph's mentions.
 */
final class ComparedAmounts {
  /** {@code 完成9万元，为年初预算8万元的112.5%}: what the rate is of, not what is compared. */
  private static final Pattern OF_BUDGET =
      Pattern.compile("^(?:为|占|完成)(?:年初|年度|全年|调整后?|变动)?(?:预算|计划|任务)数?的?$");

  private static final Pattern CHANGED =
      Pattern.compile("(?:" + RateOfChange.UP + "|" + RateOfChange.DOWN + ")$");

  /** The amount that something is compared with, printed directly before the change. */
  private static final Pattern AGAINST = Pattern.compile("^(?:与|比|较)[^增减]*$");

  private final Passage passage;
  private final List<Mention> mentions;
  private final Pattern previous;
  private final Facts facts;

  ComparedAmounts(Passage passage, Reading reading) {
    this.passage = passage;
    this.mentions = passage.mentions();
    this.previous = previous(reading.year());
    this.facts = reading.derived(Facts.class, Facts::of);
  }

  /** Words that say that an amount is of the year before. */
  private static Pattern previous(@Nullable Integer year) {
    return Pattern.compile("上一?年|去年" + (year == null ? "" : "|" + (year - 1) + "年"));
  }

  /** Whether the amounts of both years stand before a bare {@code 减少}: {@code 2023年执行数为A，今年安排B}. */
  boolean ofBothYears(int index, String subject) {
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
  @Nullable Mention current(int index, String subject) {
    String name = Subjects.normal(subject);
    Mention before = index > 0 ? mentions.get(index - 1) : null;
    if (name.isEmpty() && before != null && AGAINST.matcher(before.label()).find()) {
      Mention same = named(index, Subjects.normal(before.label()));
      return same == null ? named(index, "") : same;
    }
    return named(index, name);
  }

  /** The one amount that other paragraphs give to one of the three public expenses. */
  @Nullable Amount elsewhere(String subject, Amount change) {
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
        && !OF_BUDGET.matcher(mention.label()).find()
        && !CHANGED.matcher(mention.label()).find()
        && !AGAINST.matcher(mention.label()).find()
        && !previous.matcher(mention.label()).find();
  }

  /**
   * All amounts of the paragraph up to the comparison that may be what is compared, and what other
   * places of the document say in place of the one compared.
   */
  List<BigDecimal> others(int index, Amount change, @Nullable Amount current) {
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

  /** The amount compared with, where it is printed in the same part of the sentence. */
  @Nullable Amount base(int index) {
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
