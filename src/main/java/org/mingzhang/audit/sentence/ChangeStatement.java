package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;
import org.mingzhang.text.Rate;

/**
 * A sentence that compares an amount with another year or a budget: {@code 与2023年度相比，收、支总计各减少
 * 77.76万元，下降14.3%}.
 *
 * @param passage its paragraph
 * @param from place at which the comparison begins
 * @param to place behind its last number
 * @param current the amount compared, or null where it cannot be told
 * @param others further amounts before that may be the one compared
 * @param previous the amount compared with where it is printed, or null
 * @param change the difference, without sign
 * @param up whether the words say that it grew
 * @param rate the rate, or null where none is printed
 * @param rateUp whether the words of the rate say growth
 */
record ChangeStatement(
    Passage passage,
    int from,
    int to,
    @Nullable Amount current,
    List<Amount> others,
    @Nullable Amount previous,
    Amount change,
    boolean up,
    @Nullable Rate rate,
    boolean rateUp) {

  private static final String UP = "增加|增长|上升|提高|增";
  private static final String DOWN = "减少|下降|降低|压减|减";
  private static final Pattern DIRECTION =
      Pattern.compile(
          "(?<subject>.*?)(?<up>"
              + UP
              + ")?(?<down>"
              + DOWN
              + ")?(?:了|额|率|幅度?|的?比例|比率|的)*[为是达约]*$");
  private static final Pattern OPEN =
      Pattern.compile("(?:增加|增长|上升)[(（/、]?(?:减少|下降|降低)|(?:减少|下降|降低)[(（/、]?(?:增加|增长|上升)");
  private static final Pattern CHANGED = Pattern.compile("(?:" + UP + "|" + DOWN + ")$");
  private static final Pattern BUDGET = Pattern.compile("预算(?:数|金额)?(?:分别)?[为是:]?$");

  /** The amount that something is compared with, printed directly before the change. */
  private static final Pattern AGAINST = Pattern.compile("^(?:与|比|较)[^增减]*$");

  private static final Pattern BASE = Pattern.compile("(?:与|比|较)[^，,。；;]*$");

  /** The comparisons of a document. */
  record All(List<ChangeStatement> statements) {
    static All of(Reading reading) {
      return new All(
          reading.passages().stream().flatMap(p -> find(p, reading.year()).stream()).toList());
    }
  }

  /** The comparisons of a document, in reading order. */
  static List<ChangeStatement> all(Reading reading) {
    return reading.derived(All.class, All::of).statements();
  }

  private static List<ChangeStatement> find(Passage passage, @Nullable Integer year) {
    List<ChangeStatement> found = new ArrayList<>();
    List<Mention> mentions = passage.mentions();
    for (int i = 0; i < mentions.size(); i++) {
      if (mentions.get(i).quantity() instanceof Amount change && !change.missing()) {
        ChangeStatement statement = read(passage, mentions, i, change, previous(year));
        if (statement != null) {
          found.add(statement);
        }
      }
    }
    return found;
  }

  private static @Nullable ChangeStatement read(
      Passage passage, List<Mention> mentions, int index, Amount change, Pattern previous) {
    Mention mention = mentions.get(index);
    Matcher words = DIRECTION.matcher(mention.label());
    if (OPEN.matcher(mention.label()).find()
        || !words.matches()
        || (words.group("up") == null) == (words.group("down") == null)) {
      return null;
    }
    Mention next = index + 1 < mentions.size() ? mentions.get(index + 1) : null;
    Matcher nextWords =
        next != null && next.sentence() == mention.sentence() && next.quantity() instanceof Rate
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
    boolean compared = isComparison(passage, mention, words.group("subject"));
    return !compared
        ? null
        : new ChangeStatement(
            passage,
            mention.clause(),
            rate == null ? change.end() : rate.end(),
            current(mentions, index, subject, previous),
            others(mentions, index, change, previous),
            printedBase(mentions, index, previous),
            change,
            words.group("up") != null,
            rate,
            rate != null && nextWords != null && nextWords.group("up") != null);
  }

  /** Reasons also name increases: a comparison says with what, in its clause or the one before. */
  private static boolean isComparison(Passage passage, Mention mention, String subject) {
    String before = passage.compact().substring(mention.sentence(), mention.clause());
    return !before.contains("原因")
        && (BASE.matcher(subject).find()
            || subject.endsWith("同比")
            || before.matches("(?s).*(?:与|比|较|上年)[^，,。；;]*(?:相比)?[，,].*")
            || before.matches("(?s).*(?:与|比|较)[^，,。；;]*"));
  }

  /** The amount that is compared: the last one before with the same name, or the sentence's own. */
  private static @Nullable Amount current(
      List<Mention> mentions, int index, String subject, Pattern previous) {
    Mention change = mentions.get(index);
    String name = Subjects.normal(subject);
    Amount budget = null;
    for (int i = index - 1; i >= 0; i--) {
      Mention before = mentions.get(i);
      if (before.quantity() instanceof Amount amount && isOfTheYear(before, previous)) {
        String label = Subjects.normal(before.label());
        boolean named =
            !name.isEmpty()
                && (label.endsWith(name) || (name.endsWith(label) && label.length() > 3));
        boolean own = name.isEmpty() && before.part() == change.part();
        if (named || (own && !BUDGET.matcher(before.label()).find())) {
          return amount;
        }
        budget = own && budget == null ? amount : budget;
      }
    }
    return budget;
  }

  private static boolean isOfTheYear(Mention mention, Pattern previous) {
    return mention.quantity() instanceof Amount amount
        && !amount.missing()
        && !CHANGED.matcher(mention.label()).find()
        && !previous.matcher(mention.label()).find();
  }

  /** All amounts of the paragraph up to the comparison that may be what is compared. */
  private static List<Amount> others(
      List<Mention> mentions, int index, Amount change, Pattern previous) {
    return mentions.subList(0, index).stream()
        .filter(m -> isOfTheYear(m, previous))
        .map(Mention::quantity)
        .filter(Amount.class::isInstance)
        .map(Amount.class::cast)
        .filter(a -> a.unit().equals(change.unit()))
        .toList();
  }

  /** Words that say that an amount is of the year before. */
  private static Pattern previous(@Nullable Integer year) {
    return Pattern.compile("上一?年|去年" + (year == null ? "" : "|" + (year - 1) + "年"));
  }

  private static @Nullable Amount printedBase(List<Mention> mentions, int index, Pattern previous) {
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

  /** The amount compared with: current ∓ change; null where the amount compared is not known. */
  @Nullable BigDecimal base() {
    Amount before = previous;
    if (before != null) {
      return before.unit().equals(change.unit()) ? before.value() : null;
    }
    return current == null ? null : base(current);
  }

  private @Nullable BigDecimal base(Amount now) {
    BigDecimal difference = change.value();
    if (now.value() == null || difference == null || !now.unit().equals(change.unit())) {
      return null;
    }
    return up ? now.value().subtract(difference) : now.value().add(difference);
  }

  /** Whether the rate is right for an amount that may be the one compared. */
  boolean rateAgrees() {
    BigDecimal difference = change.value();
    BigDecimal base = base();
    Rate stated = rate;
    return difference != null
        && stated != null
        && Stream.concat(
                Stream.ofNullable(base), others.stream().flatMap(o -> Stream.ofNullable(base(o))))
            .anyMatch(b -> b.signum() > 0 && Tolerance.rateAgrees(stated.value(), difference, b));
  }
}
