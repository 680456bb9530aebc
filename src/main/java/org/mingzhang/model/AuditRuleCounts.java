package org.mingzhang.model;

import java.util.List;

/**
 * Counts of the locations that each audit rule checked when a document was read. The counts are
 * kept in the record so that pages need not apply the rules again.
 *
 * @param rules the counts, one for each rule that checked anything, in the order of the catalogue
 *     of rules
 */
public record AuditRuleCounts(List<RuleCounts> rules) {
  /** Makes an immutable copy of the list. */
  public AuditRuleCounts {
    rules = List.copyOf(rules);
  }

  /** Number of locations checked. */
  public int locationCount() {
    return rules.stream().mapToInt(RuleCounts::locationCount).sum();
  }

  /**
   * Counts of one rule.
   *
   * @param rule id of the rule
   * @param agrees number of locations that agree (对得上)
   * @param disagrees number of locations that disagree (对不上)
   * @param undecided number of locations that cannot be decided (无法判断)
   * @param reasons distinct reasons of the undecided locations, in Chinese
   * @param reasonsEnglish the reasons in English
   * @param undecidedPlaces the first undecided locations of which the words are known, in reading
   *     order of the rule
   */
  public record RuleCounts(
      String rule,
      int agrees,
      int disagrees,
      int undecided,
      List<String> reasons,
      List<String> reasonsEnglish,
      List<UndecidedPlace> undecidedPlaces) {
    /** Maximum number of undecided locations of a rule that are kept. */
    public static final int MAX_UNDECIDED_PLACES = 100;

    /** Makes an immutable copy of the lists. */
    public RuleCounts {
      reasons = List.copyOf(reasons);
      reasonsEnglish = List.copyOf(reasonsEnglish);
      undecidedPlaces = List.copyOf(undecidedPlaces);
    }

    /** Number of locations checked. */
    public int locationCount() {
      return agrees + disagrees + undecided;
    }
  }

  /**
   * Words on which a rule could not decide.
   *
   * @param location the words
   * @param reason what is missing, in Chinese
   * @param reasonEnglish the same in English
   */
  public record UndecidedPlace(
      Finding.QuoteLocation location, String reason, String reasonEnglish) {}
}
