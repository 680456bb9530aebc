package org.mingzhang.web.document;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.web.render.Labels;

/**
 * Summary of the checks made when a document was read: the numbers of places that were checked,
 * that agree and that could not be decided, with the reasons. It is taken from the record without
 * repeating the checks.
 *
 * @param findingCount findings of the document
 * @param agreeingCount places that agree
 * @param undecidedCount places that could not be decided
 * @param undecidedRules rules with undecided places, those with most first
 * @param hasCounts whether the record has the counts; records of early versions of the program have
 *     none
 */
public record AuditSummary(
    int findingCount,
    int agreeingCount,
    int undecidedCount,
    List<UndecidedRule> undecidedRules,
    boolean hasCounts) {
  /**
   * A rule that could not be decided at some places of the document.
   *
   * @param rule the rule or its replacement; null if it no longer exists
   * @param id id of the rule in the record
   * @param placeCount number of undecided places
   * @param reasons the reasons in Chinese
   * @param reasonsEnglish the same in English
   * @param words the undecided words, as far as the record has them
   */
  public record UndecidedRule(
      @Nullable RuleDescription rule,
      String id,
      int placeCount,
      String reasons,
      String reasonsEnglish,
      List<UndecidedWords> words) {
    /** Whether the words are undecided for several reasons, so that each needs its own. */
    public boolean hasSeveralReasons() {
      return words.stream().map(UndecidedWords::reason).distinct().count() > 1;
    }

    /** Number of undecided places of which the record does not have the words. */
    public int placesWithoutWords() {
      return Math.max(0, placeCount - words.size());
    }
  }

  /**
   * Words on which a rule could not decide.
   *
   * @param slug slug of their section; null if there is no such section
   * @param page 1-based page
   * @param reason the reason in Chinese
   * @param reasonEnglish the same in English
   */
  public record UndecidedWords(
      String quote, @Nullable String slug, int page, String reason, String reasonEnglish) {
    /** The words without a final punctuation mark. */
    public String shownQuote() {
      return quote.replaceFirst("[，、；。,;]$", "");
    }
  }

  /**
   * Summarizes the checks of a document; null if the document was read by OCR.
   *
   * @param sectionIds permalink slugs of its sections
   */
  static @Nullable AuditSummary summarize(Disclosure disclosure, List<String> sectionIds) {
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
            .map(answer -> buildUndecidedRule(answer, disclosure, sectionIds))
            .toList(),
        ruleCounts != null);
  }

  private static UndecidedRule buildUndecidedRule(
      AuditRuleCounts.RuleCounts answers, Disclosure disclosure, List<String> sectionIds) {
    return new UndecidedRule(
        RuleTexts.find(answers.rule()).orElse(null),
        answers.rule(),
        answers.undecided(),
        String.join("；", answers.reasons()),
        String.join("; ", answers.reasonsEnglish()),
        answers.undecidedPlaces().stream()
            .map(place -> toUndecidedWords(place, disclosure, sectionIds))
            .toList());
  }

  private static UndecidedWords toUndecidedWords(
      AuditRuleCounts.UndecidedPlace place, Disclosure disclosure, List<String> sectionIds) {
    List<Section> sections = disclosure.sections();
    String slug =
        IntStream.range(0, sections.size())
            .filter(i -> sections.get(i).path().equals(place.location().sectionPath()))
            .mapToObj(sectionIds::get)
            .findFirst()
            .orElse(null);
    return new UndecidedWords(
        place.location().quote(),
        slug,
        place.location().page(),
        place.reason(),
        place.reasonEnglish());
  }

  /**
   * A sentence with the numbers of places that were checked, that agree, that do not agree and that
   * could not be decided; if {@link #hasCounts} is false, a sentence saying that there are no
   * counts.
   */
  public String sentence(Labels labels) {
    return hasCounts
        ? labels.format(
            "checked.sentence",
            agreeingCount + findingCount + undecidedCount,
            agreeingCount,
            findingCount,
            undecidedCount)
        : labels.text("checked.unkept");
  }
}
