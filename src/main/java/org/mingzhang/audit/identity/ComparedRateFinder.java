package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact.RateKind;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;

/**
 * Finds the rates of a section that are compared with a rate of an earlier time: in
 * 完成预算的95%，比上年增长8%，比上年完成率90%提高5个百分点, the rate 95%. A rate that its words name is compared with
 * rates of that name or kind only.
 */
final class ComparedRateFinder {
  /** Maximum number of numbers before the earlier rate that are looked at. */
  private static final int MAX_NUMBERS_BEFORE = 12;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ComparedRateFinder.class);
  private static final Pattern RATE_NAME = PATTERNS.get("rate-name");
  private static final Pattern KIND_BY_NAME = PATTERNS.get("rate-kind-by-name");
  private static final Pattern KIND_BY_WORDS = PATTERNS.get("rate-kind-by-words");
  private static final Pattern CLAUSE_GROUP_END = Pattern.compile("[；;]");
  private static final Pattern COMMA = Pattern.compile("\\s*[，,]");

  private final SectionTexts texts;
  private final List<LabeledNumber> numbers;

  /** Statements of amounts and rates by the offsets of their numbers. */
  private final Map<Integer, Statement> statementsByOffset = new HashMap<>();

  ComparedRateFinder(SectionStatements section, SectionTexts texts) {
    this.texts = texts;
    this.numbers = section.numbers();
    for (Statement statement : section.statements()) {
      Quantity number =
          switch (statement) {
            case Statement.Amount amount -> amount.operand().quantity();
            case Statement.Completion completion -> completion.rate();
            case Statement.Share share -> share.rate();
            case Statement.Change change -> change.rate();
            default -> null;
          };
      if (number != null) {
        statementsByOffset.putIfAbsent(number.span().start(), statement);
      }
    }
  }

  /**
   * The name and kind of a rate, as far as its label and its statement show them.
   *
   * @param kind null if it is unknown or not in {@link RateKind}
   * @param name the rate's name as printed, 资产负债率; empty if its words do not name it
   * @param qualifier the words of the name that say what the rate measures, 项目 in 项目支出执行率; may be
   *     empty
   * @param decreaseIsNegative whether a decrease is negative under this name: 增速
   */
  private record RateMeaning(
      @Nullable RateKind kind, String name, String qualifier, boolean decreaseIsNegative) {

    /** Whether this earlier rate may be one of a rate with another meaning. */
    boolean mayBeEarlierRateOf(RateMeaning rate, String wordsOfRate) {
      if (kind == null && name.isEmpty()) {
        return true;
      }
      return kind == null
          ? rate.name.endsWith(name)
          : kind == rate.kind && wordsOfRate.contains(qualifier);
    }
  }

  /**
   * The rates that may be compared with an earlier rate, the nearest first; a rate of decrease is
   * negative if the name of the earlier rate stands for both directions. Empty if there is none.
   *
   * @param index index of the earlier rate among the numbers of the section
   */
  List<Quantity> find(int index) {
    LabeledNumber former = numbers.get(index);
    RateMeaning meaning = meaningOf(index, null);
    if (isChangeFollowedByComma(former, meaning)) {
      return List.of();
    }
    List<Quantity> found = new ArrayList<>();
    Subject nearestSubject = null;
    for (int i = index - 1; i >= Math.max(0, index - MAX_NUMBERS_BEFORE); i--) {
      LabeledNumber number = numbers.get(i);
      Quantity quantity = number.quantity();
      if (number.sentenceNumber() != former.sentenceNumber()
          || CLAUSE_GROUP_END
              .matcher(texts.textBetween(quantity.span(), former.quantity().span()))
              .find()) {
        break;
      }
      Statement statement = statementsByOffset.get(quantity.span().start());
      Subject subject = subjectOf(statement);
      nearestSubject = nearestSubject == null ? subject : nearestSubject;
      if (quantity.measure() == Quantity.Measure.PERCENT) {
        RateMeaning rate = meaningOf(i, statement);
        boolean sameSubject =
            subject == null || nearestSubject == null || subject.isSameAs(nearestSubject);
        String words = wordsBefore(i) + (subject == null ? "" : subject.printedName());
        if (meaning.mayBeEarlierRateOf(rate, words)
            && (sameSubject || rate.name().equals(meaning.name()))) {
          found.add(meaning.decreaseIsNegative() ? withSign(quantity, statement) : quantity);
        }
      }
    }
    return found;
  }

  /**
   * Whether a number is a change that the points after its comma do not refer to: 比上年增长8%，提高2个百分点.
   */
  private boolean isChangeFollowedByComma(LabeledNumber number, RateMeaning meaning) {
    return meaning.kind() == RateKind.CHANGE
        && meaning.name().isEmpty()
        && COMMA.matcher(texts.textAfter(number.quantity().span())).lookingAt();
  }

  private RateMeaning meaningOf(int index, @Nullable Statement statement) {
    String name = "";
    for (Matcher named = RATE_NAME.matcher(wordsBefore(index)); named.find(); ) {
      name = named.group("name");
    }
    RateKind stated =
        switch (statement) {
          case Statement.Completion completion -> RateKind.COMPLETION;
          case Statement.Share share -> RateKind.SHARE;
          case Statement.Change change -> RateKind.CHANGE;
          case null, default -> null;
        };
    if (name.isEmpty()) {
      Matcher words = KIND_BY_WORDS.matcher(numbers.get(index).label());
      return new RateMeaning(
          stated == null && words.find() ? kindOf(words) : stated, name, "", false);
    }
    Matcher kind = KIND_BY_NAME.matcher(name);
    return kind.find()
        ? new RateMeaning(
            stated == null ? kindOf(kind) : stated,
            name,
            kind.group("qualifier"),
            kind.group("signed") != null)
        : new RateMeaning(null, name, "", false);
  }

  private static RateKind kindOf(Matcher words) {
    return words.group("completion") != null
        ? RateKind.COMPLETION
        : words.group("share") != null ? RateKind.SHARE : RateKind.CHANGE;
  }

  /** The words between a number and the one before it in the sentence, or its label. */
  private String wordsBefore(int index) {
    LabeledNumber number = numbers.get(index);
    LabeledNumber before = index == 0 ? null : numbers.get(index - 1);
    return before == null || before.sentenceNumber() != number.sentenceNumber()
        ? number.label()
        : CompactText.compact(texts.textBetween(before.quantity().span(), number.quantity().span()))
            .text();
  }

  private static Quantity withSign(Quantity rate, @Nullable Statement statement) {
    return statement instanceof Statement.Change change
            && change.direction() == Statement.Direction.DECREASE
        ? rate.negate()
        : rate;
  }

  private static @Nullable Subject subjectOf(@Nullable Statement statement) {
    Operand operand =
        switch (statement) {
          case Statement.Amount amount -> amount.operand();
          case Statement.Completion completion -> completion.operand();
          case Statement.Share share -> share.part();
          case Statement.Change change -> change.operand();
          case null, default -> Operand.UNKNOWN;
        };
    return operand.subject().uniqueValue().orElse(null);
  }
}
