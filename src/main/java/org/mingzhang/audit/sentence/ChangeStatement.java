package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
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

/**
 * A sentence that compares an amount with another year or a budget: {@code 与2023年度相比，收、支总计各减少
 * 77.76万元，下降14.3%}.
 *
 * @param passage its paragraph
 * @param from place at which the comparison begins
 * @param to place behind its last number
 * @param current the amount compared, or null where it cannot be told
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
    @Nullable Amount previous,
    Amount change,
    boolean up,
    @Nullable Rate rate,
    boolean rateUp) {

  private static final String UP = "增加|增长|上升|提高|增";
  private static final String DOWN = "减少|下降|降低|压减|减";
  private static final Pattern DIRECTION =
      Pattern.compile("(?<subject>.*?)(?<up>" + UP + ")?(?<down>" + DOWN + ")?(?:了|额|率|幅度?)*为?$");
  private static final Pattern OPEN =
      Pattern.compile("(?:增加|增长|上升)[(（/、]?(?:减少|下降|降低)|(?:减少|下降|降低)[(（/、]?(?:增加|增长|上升)");
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
            && BASE.matcher(nextWords.group("subject")).replaceAll("").matches("(?:同比)?");
    Rate rate = rated && next != null && next.quantity() instanceof Rate r ? r : null;
    String subject = BASE.matcher(words.group("subject")).replaceAll("").replaceAll("[各均同比]+$", "");
    boolean compared = isComparison(passage, mention, words.group("subject"));
    return !compared
        ? null
        : new ChangeStatement(
            passage,
            mention.clause(),
            rate == null ? change.end() : rate.end(),
            current(mentions, index, subject, previous),
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
            || before.matches("(?s).*(?:与|比|较|上年)[^，,。；;]*(?:相比)?[，,].*"));
  }

  /** The amount that is compared: the last one before with the same name, or the sentence's own. */
  private static @Nullable Amount current(
      List<Mention> mentions, int index, String subject, Pattern previous) {
    Mention change = mentions.get(index);
    String name = Subjects.normal(subject);
    for (int i = index - 1; i >= 0; i--) {
      Mention before = mentions.get(i);
      if (before.quantity() instanceof Amount amount && !amount.missing()) {
        String label = Subjects.normal(before.label());
        boolean changed =
            label.matches(".*(?:" + UP + "|" + DOWN + ")$")
                || previous.matcher(before.label()).find();
        if (!changed
            && !name.isEmpty()
            && (label.endsWith(name) || (name.endsWith(label) && label.length() > 3))) {
          return amount;
        }
        if (!changed && name.isEmpty() && before.part() == change.part()) {
          return amount;
        }
      }
    }
    return null;
  }

  /** Words that say that an amount is of the year before. */
  private static Pattern previous(@Nullable Integer year) {
    return Pattern.compile("上一?年|去年" + (year == null ? "" : "|" + (year - 1) + "年"));
  }

  private static @Nullable Amount printedBase(List<Mention> mentions, int index, Pattern previous) {
    Mention change = mentions.get(index);
    for (int i = index - 1; i >= 0 && mentions.get(i).part() == change.part(); i--) {
      Mention before = mentions.get(i);
      boolean named =
          previous.matcher(before.label()).find()
              && !before.label().matches(".*(?:" + UP + "|" + DOWN + ")$");
      if (named && before.quantity() instanceof Amount amount) {
        return amount;
      }
    }
    return null;
  }

  /** The amount compared with: current ∓ change; null where the amount compared is not known. */
  @Nullable BigDecimal base() {
    Amount now = current;
    Amount before = previous;
    BigDecimal difference = change.value();
    if (before != null) {
      return before.unit().equals(change.unit()) ? before.value() : null;
    }
    if (now == null
        || now.value() == null
        || difference == null
        || !now.unit().equals(change.unit())) {
      return null;
    }
    return up ? now.value().subtract(difference) : now.value().add(difference);
  }
}
