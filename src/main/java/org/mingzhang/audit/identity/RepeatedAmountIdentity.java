package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.text.PatternTable;

/**
 * Checks amounts that a section states twice: the amount after the name of an item against the same
 * amount further on, {@code …职业年金缴费支出（项）269.85万元。…支出决算为269.86万元}, and an amount that is repeated in
 * order to divide it, 支出3,528.17万元中，…, against its first occurrence. An item's budget, and numbers
 * with fewer than two decimals, which may be rounded, are not compared.
 */
record RepeatedAmountIdentity(PrintedPrecision precision, SectionTexts texts) {
  private static final String ITEM_MARK = "(项)";
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RepeatedAmountIdentity.class);
  private static final Pattern TEXT_BEFORE_AMOUNT = PATTERNS.get("text-before-amount");
  private static final Pattern REPETITION = PATTERNS.get("repetition");
  private static final Pattern DIVISION_AFTER_AMOUNT = PATTERNS.get("within-amount");

  /** Maximum number of characters between the name and its amount. */
  private static final int MAX_DISTANCE_FROM_NAME = 20;

  List<IdentityResult> check(SectionStatements section) {
    List<IdentityResult> answers = new ArrayList<>();
    List<TermWithSubject> before = new ArrayList<>();
    TermWithSubject head = null;
    boolean planned = false;
    for (Statement statement : section.statements()) {
      TermWithSubject stated = TermWithSubject.readFrom(statement, precision);
      if (stated == null) {
        continue;
      }
      checkDividedAmount(before, stated, answers);
      before.add(stated);
      if (isItemAmount(stated)) {
        head = stated;
        planned = false;
      } else if (head != null && isOfSameItem(stated, head)) {
        boolean stage =
            areEqualOrUnknown(stated.stageAndTime().stage(), head.stageAndTime().stage());
        if (stage
            && !planned
            && arePrecise(head, stated)
            && REPETITION.matcher(texts.textBefore(stated.span())).find()) {
          answers.add(compareAmounts("item-repeat", head, stated, head));
          head = null;
        } else {
          planned |= !stage && haveSameValue(stated, head);
        }
      }
    }
    return answers;
  }

  /**
   * Compares an amount that is divided after the word 中 with the only value stated before it. Only
   * numbers that differ by two exchanged digits or by one digit are reported, since others may be
   * of another scope.
   */
  private void checkDividedAmount(
      List<TermWithSubject> before, TermWithSubject again, List<IdentityResult> answers) {
    if (!DIVISION_AFTER_AMOUNT.matcher(texts.textAfter(again.span())).lookingAt()) {
      return;
    }
    List<TermWithSubject> same =
        before.stream()
            .filter(s -> haveSameSubjectAndTime(s, again) && arePrecise(s, again))
            .toList();
    if (same.stream().map(s -> s.term().value()).distinct().count() == 1) {
      TermWithSubject first = same.getLast();
      if (haveSameValue(first, again)
          || PrintedNumbers.differBySwappedDigits(first.term().value(), again.term().value())
          || PrintedNumbers.differInOneDigit(first.term().value(), again.term().value())) {
        answers.add(compareAmounts("item-repeat/whole", first, again, again));
      }
    }
  }

  private static boolean haveSameSubjectAndTime(TermWithSubject one, TermWithSubject other) {
    return ListIdentity.haveSameSubjectAndFund(one.subject(), other.subject())
        && Objects.equals(one.stageAndTime(), other.stageAndTime())
        && IdentityTerm.areComparable(one.term().printed(), other.term().printed());
  }

  /** Whether an amount is right after the item's name, which may be the heading of its text. */
  private boolean isItemAmount(TermWithSubject stated) {
    Span name = stated.subject().span();
    Span number = stated.span();
    return name != null
        && number.start() - name.end() <= MAX_DISTANCE_FROM_NAME
        && stated.subject().printedName().endsWith(ITEM_MARK)
        && TEXT_BEFORE_AMOUNT.matcher(texts.textBetween(name, number)).matches();
  }

  private static boolean isOfSameItem(TermWithSubject stated, TermWithSubject firstAmount) {
    return Objects.equals(stated.subject().item(), firstAmount.subject().item())
        && areEqualOrUnknown(stated.stageAndTime().year(), firstAmount.stageAndTime().year());
  }

  private static boolean areEqualOrUnknown(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  private static boolean haveSameValue(TermWithSubject one, TermWithSubject other) {
    return one.term().value().compareTo(other.term().value()) == 0;
  }

  /** Whether both amounts are printed with at least two decimals. */
  private static boolean arePrecise(TermWithSubject one, TermWithSubject other) {
    return PrintedNumbers.countDecimals(one.term().printed().printed()) > 1
        && PrintedNumbers.countDecimals(other.term().printed().printed()) > 1;
  }

  /**
   * Compares two statements of the same amount.
   *
   * @param quoted the one of the two that a finding quotes
   */
  private IdentityResult compareAmounts(
      String message, TermWithSubject first, TermWithSubject again, TermWithSubject quoted) {
    NumberRelation relation = NumberRelation.sum(again.term(), List.of(first.term()));
    if (haveSameValue(first, again)) {
      return IdentityResult.createAgreement(message, relation);
    }
    String one = first.term().printedText();
    String other = again.term().printedText();
    TermWithSubject counterpart = quoted.equals(first) ? again : first;
    CheckResult stated =
        FindingDraft.create(message, texts.toLocation(quoted.clause()))
            .setUnequalNumbers(one, other)
            .setOtherLocation(texts.toLocation(counterpart.clause()))
            .toResult(one, other);
    return IdentityResult.createViolation(stated, again.clause(), relation);
  }
}
