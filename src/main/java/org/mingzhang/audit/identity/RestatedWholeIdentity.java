package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;
import org.mingzhang.text.PatternTable;

/**
 * Checks an amount that a text repeats in order to divide it, 支出3,528.17万元中，…, against the same
 * amount before. Only numbers that differ by two exchanged digits or by one digit are reported,
 * since others may be of another scope.
 */
record RestatedWholeIdentity(PrintedPrecision precision, SectionTexts texts) {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RestatedWholeIdentity.class);
  private static final Pattern WITHIN = PATTERNS.get("within-amount");

  /** Minimum number of decimals of amounts that are compared; others may be rounded. */
  private static final int MIN_DECIMALS = 2;

  /** The answers for the amounts of a section before the word 中. */
  List<IdentityResult> check(SectionStatements section) {
    List<IdentityResult> answers = new ArrayList<>();
    List<TermWithSubject> stated = new ArrayList<>();
    for (Statement statement : section.statements()) {
      TermWithSubject amount = TermWithSubject.readFrom(statement, precision);
      if (amount == null || PrintedNumbers.countDecimals(printed(amount)) < MIN_DECIMALS) {
        continue;
      }
      if (WITHIN.matcher(texts.textAfter(amount.span())).lookingAt()) {
        List<TermWithSubject> before =
            stated.stream().filter(s -> haveSameSubjectAndTime(s, amount)).toList();
        boolean one = before.stream().map(s -> s.term().value()).distinct().count() == 1;
        if (one) {
          compare(before.getLast(), amount, answers);
        }
      }
      stated.add(amount);
    }
    return answers;
  }

  private static String printed(TermWithSubject amount) {
    return amount.term().printed().printed();
  }

  private static boolean haveSameSubjectAndTime(TermWithSubject one, TermWithSubject other) {
    return one.subject().isSameAs(other.subject())
        && one.subject().fund() == other.subject().fund()
        && Objects.equals(one.stageAndTime(), other.stageAndTime())
        && IdentityTerm.areComparable(one.term().printed(), other.term().printed());
  }

  private void compare(TermWithSubject first, TermWithSubject again, List<IdentityResult> answers) {
    NumberRelation relation = NumberRelation.sum(again.term(), List.of(first.term()));
    BigDecimal before = first.term().value();
    BigDecimal now = again.term().value();
    if (before.compareTo(now) == 0) {
      answers.add(IdentityResult.createAgreement("item-repeat", relation));
    } else if (PrintedNumbers.differBySwappedDigits(before, now)
        || PrintedNumbers.differInOneDigit(before, now)) {
      String one = first.term().signedText();
      String other = again.term().signedText();
      CheckResult stated =
          FindingDraft.create("item-repeat/whole", texts.toLocation(again.clause()))
              .withUnequalNumbers(one, other)
              .withOtherLocation(texts.toLocation(first.clause()))
              .toResult(one, other);
      answers.add(IdentityResult.createViolation(stated, again.clause(), relation));
    }
  }
}
