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
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;
import org.mingzhang.text.Rate;

/** Reads the comparisons with another year or a budget from one paragraph. */
final class ChangeReader {
  private static final String UP = "增加|增长|上升|提高|增";
  private static final String DOWN = "减少|下降|降低|压减|减|降(?=幅)";
  private static final Pattern DIRECTION =
      Pattern.compile(
          "(?<subject>.*?)(?<up>"
              + UP
              + ")?(?<down>"
              + DOWN
              + ")?(?:了|额|率|幅度?|的?比例|比率|的)*[为是达约]*$");
  private static final int CLOSE = 100;
  private static final Pattern OPEN =
      Pattern.compile("(?:增加|增长|上升)[(（/、]?(?:减少|下降|降低)|(?:减少|下降|降低)[(（/、]?(?:增加|增长|上升)");
  private static final Pattern CHANGED = Pattern.compile("(?:" + UP + "|" + DOWN + ")$");

  /** The amount that something is compared with, printed directly before the change. */
  private static final Pattern AGAINST = Pattern.compile("^(?:与|比|较)[^增减]*$");

  private static final Pattern BASE = Pattern.compile("(?:与|(?<!同)比|较)[^，,。；;]*$");

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
    Matcher words = DIRECTION.matcher(mention.label());
    if (OPEN.matcher(mention.label()).find()
        || !words.matches()
        || (words.group("up") == null) == (words.group("down") == null)) {
      return null;
    }
    Mention next = index + 1 < mentions.size() ? mentions.get(index + 1) : null;
    Matcher nextWords =
        next != null && next.quantity() instanceof Rate && goesOn(mention, next)
            ? DIRECTION.matcher(next.label())
            : null;
    boolean rated =
        nextWords != null
            && nextWords.matches()
            && !OPEN.matcher(next == null ? "" : next.label()).find()
            && (nextWords.group("up") == null) != (nextWords.group("down") == null)
            && BASE.matcher(nextWords.group("subject"))
                .replaceAll("")
                .matches("[(（]?(?:同比)?(?:上年)?");
    Rate rate = rated && next != null && next.quantity() instanceof Rate r ? r : null;
    String subject =
        BASE.matcher(words.group("subject"))
            .replaceAll("")
            .replaceAll("[各均同比]+$|^本年度?$|^本年度?(?=各)", "");
    if (!isComparison(mention, words.group("subject")) && !bothYears(index, subject)) {
      return null;
    }
    Mention compared = current(index, subject);
    Amount current = compared != null && compared.quantity() instanceof Amount a ? a : null;
    return new ChangeStatement(
        passage,
        from(mention, compared),
        rate == null ? change.end() : rate.end(),
        current,
        others(index, change, current),
        printedBase(index),
        change,
        words.group("up") != null,
        rate,
        rate != null && nextWords != null && nextWords.group("up") != null);
  }

  /** The comparison begins with the amount compared, where that stands in the same sentence. */
  private static int from(Mention change, @Nullable Mention compared) {
    return compared != null
            && compared.sentence() == change.sentence()
            && change.clause() - compared.clause() <= CLOSE
        ? compared.clause()
        : change.clause();
  }

  /** Whether a rate is of the same sentence or begins the next: {@code 增加9.72万元。增加8%}. */
  private static boolean goesOn(Mention change, Mention rate) {
    return rate.sentence() == change.sentence() || rate.clause() == change.quantity().end() + 1;
  }

  /** Reasons also name increases: a comparison says with what, in its clause or the one before. */
  private boolean isComparison(Mention mention, String subject) {
    String before = passage.compact().substring(mention.sentence(), mention.clause());
    return !before.contains("原因")
        && (BASE.matcher(subject).find()
            || subject.endsWith("同比")
            || before.matches("(?s).*(?:与|比|较|上年)[^，,。；;]*(?:相比)?[，,].*")
            || before.matches("(?s).*(?:与|比|较)[^，,。；;]*"));
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
