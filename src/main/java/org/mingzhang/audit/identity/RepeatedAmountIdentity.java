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
 * Checks the amount after the name of an item against the same amount further on: {@code
 * …职业年金缴费支出（项）269.85万元。…支出决算为269.86万元}. Not checked if the first amount is the item's budget, or if
 * a number has fewer than two decimals.
 */
record RepeatedAmountIdentity(PrintedPrecision precision, SectionTexts texts) {
  private static final String ITEM_MARK = "(项)";
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RepeatedAmountIdentity.class);
  private static final Pattern TEXT_BEFORE_AMOUNT = PATTERNS.get("text-before-amount");

  /** Maximum number of characters between the name and its amount. */
  private static final int MAX_DISTANCE_FROM_NAME = 20;

  private static final Pattern REPETITION = PATTERNS.get("repetition");

  List<IdentityResult> check(SectionStatements section) {
    List<IdentityResult> answers = new ArrayList<>();
    TermWithSubject head = null;
    boolean planned = false;
    for (Statement statement : section.statements()) {
      TermWithSubject stated = TermWithSubject.readFrom(statement, precision);
      if (stated == null) {
        continue;
      }
      if (isItemAmount(stated)) {
        head = stated;
        planned = false;
      } else if (head != null && isOfSameItem(stated, head)) {
        boolean stage =
            areEqualOrUnknown(stated.stageAndTime().stage(), head.stageAndTime().stage());
        if (stage
            && !planned
            && hasAtLeastTwoDecimals(head)
            && hasAtLeastTwoDecimals(stated)
            && isRepetition(stated)) {
          answers.add(compareAmounts(head, stated));
          head = null;
        } else {
          planned |= !stage && stated.term().value().compareTo(head.term().value()) == 0;
        }
      }
    }
    return answers;
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

  private static boolean hasAtLeastTwoDecimals(TermWithSubject stated) {
    return PrintedNumbers.countDecimals(stated.term().printed().printed()) > 1;
  }

  private boolean isRepetition(TermWithSubject stated) {
    return REPETITION.matcher(texts.textBefore(stated.span())).find();
  }

  private IdentityResult compareAmounts(
      TermWithSubject firstAmount, TermWithSubject repeatedAmount) {
    NumberRelation relation =
        NumberRelation.sum(repeatedAmount.term(), List.of(firstAmount.term()));
    if (firstAmount.term().value().compareTo(repeatedAmount.term().value()) == 0) {
      return IdentityResult.createAgreement("item-repeat", relation);
    }
    String first = firstAmount.term().signedText();
    String second = repeatedAmount.term().signedText();
    CheckResult stated =
        FindingDraft.create("item-repeat", texts.toLocation(firstAmount.clause()))
            .withUnequalNumbers(first, second)
            .withOtherLocation(texts.toLocation(repeatedAmount.clause()))
            .toResult(first, second);
    return IdentityResult.createViolation(stated, repeatedAmount.clause(), relation);
  }
}
