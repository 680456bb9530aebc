package org.mingzhang.web.document;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.Disclosure;
import org.mingzhang.web.render.Labels;

/**
 * Summary of the checks made when a document was read: the numbers of places that were checked,
 * that agree and that could not be decided, with the reasons. It is taken from the record without
 * repeating the checks.
 *
 * @param findings findings of the document
 * @param agreeing places that agree
 * @param undecided places that could not be decided
 * @param lines rules with undecided places, those with most first
 * @param kept whether the record has the counts; records of early versions of the program have none
 */
public record AuditSummary(
    int findings, int agreeing, int undecided, List<UndecidedRule> lines, boolean kept) {
  /**
   * A rule that could not be decided at some places of the document.
   *
   * @param rule the rule or its replacement; null if it no longer exists
   * @param id id of the rule in the record
   * @param places number of undecided places
   * @param reasons the reasons in Chinese
   * @param reasonsEnglish the same in English
   */
  public record UndecidedRule(
      @Nullable RuleDescription rule,
      String id,
      int places,
      String reasons,
      String reasonsEnglish) {}

  /** Summarizes the checks of a document; null if the document was read by OCR. */
  static @Nullable AuditSummary summarize(Disclosure disclosure) {
    if (disclosure.source().ocr() != null) {
      return null;
    }
    AuditRuleCounts ruleCounts = disclosure.ruleCounts();
    List<AuditRuleCounts.RuleCounts> answers =
        Optional.ofNullable(ruleCounts).map(AuditRuleCounts::rules).orElse(List.of());
    return new AuditSummary(
        disclosure.findings().size(),
        answers.stream().mapToInt(AuditRuleCounts.RuleCounts::agrees).sum(),
        answers.stream().mapToInt(AuditRuleCounts.RuleCounts::undecided).sum(),
        answers.stream()
            .filter(a -> a.undecided() > 0)
            .sorted(Comparator.comparingInt(AuditRuleCounts.RuleCounts::undecided).reversed())
            .map(AuditSummary::buildUndecidedRule)
            .toList(),
        ruleCounts != null);
  }

  private static UndecidedRule buildUndecidedRule(AuditRuleCounts.RuleCounts answers) {
    return new UndecidedRule(
        RuleTexts.find(answers.rule()).orElse(null),
        answers.rule(),
        answers.undecided(),
        String.join("；", answers.reasons()),
        String.join("; ", answers.reasonsEnglish()));
  }

  /**
   * A sentence with the numbers of places that were checked, that agree, that do not agree and that
   * could not be decided; if {@link #kept} is false, a sentence saying that there are no counts.
   */
  public String sentence(Labels labels) {
    return kept
        ? labels.format(
            "checked.sentence", agreeing + findings + undecided, agreeing, findings, undecided)
        : labels.text("checked.unkept");
  }
}
