package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.statement.Span;

/**
 * The result of an identity for the numbers of one statement.
 *
 * @param span the words of a broken identity, otherwise null
 * @param relation the numbers; null if the result is undecided
 */
public record IdentityResult(
    RuleDescription rule,
    CheckResult check,
    @Nullable Span span,
    @Nullable NumberRelation relation) {
  /**
   * Creates the result that an identity holds for the numbers of a statement.
   *
   * @param message id of the rule, or key of the message that a violation would have
   */
  static IdentityResult createAgreement(String message, NumberRelation relation) {
    return new IdentityResult(findRuleOf(message), CheckResult.AGREES, null, relation);
  }

  /** The rule of a message: completion-rate for {@code completion-rate/funding}. */
  private static RuleDescription findRuleOf(String message) {
    return RuleTexts.findRequired(message.split("/", 2)[0]);
  }

  /**
   * Creates the result that an identity cannot be decided.
   *
   * @param message id of the rule, or key of the message that a violation would have
   * @param words the words of the statement
   */
  static IdentityResult undecided(String message, String reason, QuoteLocation words) {
    return new IdentityResult(
        findRuleOf(message), CheckResult.undecided(reason).withLocation(words), null, null);
  }

  /** The result if another amount near the statement agrees with its words: undecided. */
  static IdentityResult undecidedBecauseOfOtherAmount(String message, QuoteLocation words) {
    return undecided(message, "other-amount-agrees", words);
  }

  /**
   * Creates the result that an identity does not hold, with the rule of the finding.
   *
   * @param finding must be a {@link CheckResult.Disagrees}
   * @param span words of the broken identity
   */
  static IdentityResult createViolation(CheckResult finding, Span span, NumberRelation relation) {
    String rule = CheckResult.findingsOf(List.of(finding)).getFirst().rule();
    return new IdentityResult(RuleTexts.findRequired(rule), finding, span, relation);
  }

  /**
   * Creates the result that a whole is not the sum of its parts.
   *
   * @param sum the whole and its parts
   * @param messageValues values of the message after both amounts
   */
  static IdentityResult reportBrokenSum(
      String message, SectionTexts texts, Span span, NumberRelation sum, Object... messageValues) {
    List<IdentityTerm> terms = sum.terms();
    AmountNotation form =
        AmountNotation.forOperands(terms.stream().map(IdentityTerm::printed).toList());
    List<BigDecimal> parts = terms.stream().skip(1).map(IdentityTerm::value).toList();
    BigDecimal computed = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal whole = terms.getFirst().value();
    List<Object> values =
        new ArrayList<>(List.of(form.formatAmount(computed), form.formatAmount(whole)));
    values.addAll(List.of(messageValues));
    return createViolation(
        FindingDraft.create(message, texts.toLocation(span))
            .setNumbers(terms.getFirst().printedText(), form.formatAmount(computed))
            .setSumFormula(
                parts.stream()
                    .map(form::formatNumber)
                    .collect(Collectors.joining(" + "))
                    .replace("+ -", "− "),
                form.formatAmount(computed),
                form.formatAmount(whole),
                form.formatAmount(computed.subtract(whole).abs()))
            .toResult(values.toArray()),
        span,
        sum);
  }

  /** Locations of the numbers; empty if the result is undecided. */
  Set<Span> numberSpans() {
    return relation == null
        ? Set.of()
        : relation.terms().stream()
            .map(t -> t.printed().span())
            .collect(Collectors.toUnmodifiableSet());
  }

  Optional<Violation> violation() {
    return check instanceof CheckResult.Disagrees broken && span != null && relation != null
        ? Optional.of(new Violation(broken.finding(), span, relation))
        : Optional.empty();
  }
}
