package org.mingzhang.audit.identity;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Subject;

/**
 * Checks the amount and the rate of one change that is stated with two words, 减少20.00万元，增长8% or
 * 增长14.6%，增收43.76万元, and therefore read as two changes. The two changes are one if only a comma and
 * the second word are between them and both have the same account and base. Checks that their
 * directions agree, too.
 */
record SplitChangeIdentity(PrintedPrecision precision, SectionTexts texts, ChangeIdentity changes) {
  private static final String LEADING_PUNCTUATION = "，,、（( ";

  /**
   * Maximum number of characters between the amount and the rate of a change, without the
   * punctuation that begins them: 同比下降了.
   */
  private static final int MAX_LENGTH_BETWEEN_NUMBERS = 6;

  /**
   * Checks a statement with the statements right before it; returns no result if they are not one
   * change.
   *
   * @param complete fills in the amounts of a change's sides
   */
  List<IdentityResult> check(
      List<Statement> before, Statement after, UnaryOperator<Change> complete) {
    if (after instanceof Change other) {
      for (Statement statement : before.reversed()) {
        if (statement instanceof Change one && isOneChange(one, other)) {
          return check(one, other, complete);
        }
      }
    }
    return List.of();
  }

  private List<IdentityResult> check(Change one, Change other, UnaryOperator<Change> complete) {
    Quantity quantity = one.amount() == null ? other.amount() : one.amount();
    Quantity rated = one.rate() == null ? other.rate() : one.rate();
    IdentityTerm amount = precision.toTerm(quantity);
    IdentityTerm rate = precision.toRateTerm(rated);
    if (amount == null
        || rate == null
        || amount.value().signum() <= 0
        || rate.value().signum() <= 0
        || !areAdjacent(amount.printed().span(), rate.printed().span())) {
      return List.of();
    }
    Span span = one.span().extendToEndOf(other.span());
    if (one.direction() == other.direction()) {
      Change whole = new Change(span, one.operand(), one.base(), one.direction(), quantity, rated);
      return changes.check(complete.apply(whole));
    }
    boolean up = (one.amount() == null ? other : one).direction() == Direction.INCREASE;
    return List.of(
        reportOppositeDirections(
            span, up ? amount : amount.negate(), up ? rate.negate() : rate, up));
  }

  private static boolean isOneChange(Change one, Change other) {
    return (one.amount() == null) != (other.amount() == null)
        && (one.rate() == null) != (other.rate() == null)
        && one.direction() != Direction.UNSPECIFIED
        && other.direction() != Direction.UNSPECIFIED
        && haveSameSubject(one.operand(), other.operand())
        && haveSameBase(one.base(), other.base());
  }

  private IdentityResult reportOppositeDirections(
      Span span, IdentityTerm amount, IdentityTerm rate, boolean amountIsIncrease) {
    CheckResult finding =
        FindingDraft.create("change-rate/opposed", texts.toLocation(span))
            .setNumbers(amount.printedText(), rate.printedText())
            .setFormula(amountIsIncrease ? "增加 ↔ 下降" : "减少 ↔ 上升")
            .toResult();
    NumberRelation relation =
        new NumberRelation(NumberRelation.Kind.SAME_SIGN, List.of(amount, rate));
    return IdentityResult.createViolation(finding, span, relation);
  }

  private boolean areAdjacent(Span one, Span other) {
    String words =
        one.start() < other.start() ? texts.textBetween(one, other) : texts.textBetween(other, one);
    int comma = 0;
    while (comma < words.length() && LEADING_PUNCTUATION.indexOf(words.charAt(comma)) >= 0) {
      comma++;
    }
    return one.sectionPath().equals(other.sectionPath())
        && words.length() - comma <= MAX_LENGTH_BETWEEN_NUMBERS
        && words.indexOf('。') < 0
        && words.indexOf('；') < 0;
  }

  private static boolean haveSameSubject(Operand one, Operand other) {
    Subject first = one.subject().uniqueValue().orElse(null);
    Subject second = other.subject().uniqueValue().orElse(null);
    return first != null && second != null && ListIdentity.haveSameSubjectAndFund(first, second);
  }

  /**
   * Whether two operands have the same stage and time, or the stage and time of one of them are
   * uncertain.
   */
  private static boolean haveSameBase(Operand one, Operand other) {
    return one.stageAndTime().uniqueValue().isEmpty()
        || other.stageAndTime().uniqueValue().isEmpty()
        || one.stageAndTime().equals(other.stageAndTime());
  }
}
