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
import org.mingzhang.audit.check.RuleBook;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.statement.Span;

/**
 * The result of an identity for the numbers of one statement.
 *
 * @param span the words of a broken identity, else null
 * @param relation the numbers; null if the answer is undecided
 */
public record IdentityResult(
    RuleDescription rule, CheckResult check, @Nullable Span span, @Nullable Relation relation) {
  /**
   * The answer that an identity holds.
   *
   * @param message rule, or the message that would tell that it does not
   */
  static IdentityResult holds(String message, Relation relation) {
    RuleDescription rule = RuleBook.rule(message.split("/", 2)[0]);
    return new IdentityResult(rule, CheckResult.AGREES, null, relation);
  }

  static IdentityResult undecided(String rule, String reason) {
    return new IdentityResult(RuleBook.rule(rule), CheckResult.undecided(reason), null, null);
  }

  /** The result if another amount near the statement agrees with its words: undecided. */
  static IdentityResult undecidedBecauseOfOtherAmount(String rule) {
    return undecided(rule, "other-amount-agrees");
  }

  static IdentityResult ofViolation(CheckResult finding, Span span, Relation relation) {
    String rule = CheckResult.selectFindings(List.of(finding)).getFirst().rule();
    return new IdentityResult(RuleBook.rule(rule), finding, span, relation);
  }

  /**
   * The answer that a whole is not the sum of its parts.
   *
   * @param sum the whole and its parts
   * @param more values of the message after both amounts
   */
  static IdentityResult reportBrokenSum(
      String message, SectionTexts texts, Span span, Relation sum, Object... more) {
    List<Term> terms = sum.terms();
    AmountNotation form = AmountNotation.of(terms.stream().map(Term::printed).toList());
    List<BigDecimal> parts = terms.stream().skip(1).map(Term::value).toList();
    BigDecimal computed = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal whole = terms.getFirst().value();
    List<Object> values =
        new ArrayList<>(List.of(form.formatAmount(computed), form.formatAmount(whole)));
    values.addAll(List.of(more));
    return ofViolation(
        FindingDraft.at(message, texts.toLocation(span))
            .withNumbers(terms.getFirst().text(), form.formatAmount(computed))
            .sumFormula(
                parts.stream()
                    .map(form::number)
                    .collect(Collectors.joining(" + "))
                    .replace("+ -", "− "),
                form.formatAmount(computed),
                form.formatAmount(whole),
                form.formatAmount(computed.subtract(whole).abs()))
            .report(values.toArray()),
        span,
        sum);
  }

  /** Places of the numbers; empty if the answer is undecided. */
  Set<Span> spans() {
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
