package org.mingzhang.audit.identity;

import java.util.List;
import java.util.Objects;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement.Unchanged;

/**
 * Checks words such as 持平 against the two amounts that they compare, if the same sentence prints
 * both amounts: 公务接待费1.40万元，上年为1.80万元，与上年持平. 基本持平 is not checked.
 */
record UnchangedIdentity(PrintedPrecision precision, SectionTexts texts) {

  /**
   * The result for a statement that nothing changed; empty unless the amount and the amount that it
   * is compared with are both in the sentence of the statement.
   */
  List<IdentityResult> check(Unchanged same, AmountResolver amounts) {
    Operand base = same.base();
    boolean dated = OperandValues.stageAndTimeOf(base).year() != null;
    Quantity now = amounts.withOnlyStatedAmount(same.operand()).quantity();
    Quantity before = dated ? amounts.withOnlyStatedAmount(base).quantity() : base.quantity();
    if (same.isApproximate()
        || now == null
        || before == null
        || now.span().equals(before.span())
        || !IdentityTerm.areComparable(now, before)
        || !precedesInSentence(now, same)
        || !precedesInSentence(before, same)) {
      return List.of();
    }
    IdentityTerm current = Objects.requireNonNull(precision.toTerm(now));
    IdentityTerm former = Objects.requireNonNull(precision.toTerm(before));
    NumberRelation relation = NumberRelation.sum(current, List.of(former));
    if (relation.holds()) {
      return List.of(IdentityResult.createAgreement("change-amount", relation));
    }
    Span first = now.span().start() < before.span().start() ? now.span() : before.span();
    Span quoted = texts.extendToClauseOf(first, same.span());
    return List.of(
        IdentityResult.createViolation(
            FindingDraft.create("change-amount/same", texts.toLocation(quoted))
                .setUnequalNumbers(current.printedText(), former.printedText())
                .toResult(current.printedText(), former.printedText(), same.printed()),
            same.span(),
            relation));
  }

  private boolean precedesInSentence(Quantity amount, Unchanged same) {
    return AmountResolver.isShortlyBefore(amount.span(), same.span())
        && texts.areInOneSentence(amount.span(), same.span());
  }
}
