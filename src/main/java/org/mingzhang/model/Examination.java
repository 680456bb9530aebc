package org.mingzhang.model;

import java.util.List;

/**
 * What the rules looked at when a document was read, kept with its record so that no page has to
 * look again.
 *
 * @param answers of each rule that looked at anything, in the order of the catalogue
 */
public record Examination(List<RuleAnswers> answers) {
  /** Copies the list. */
  public Examination {
    answers = List.copyOf(answers);
  }

  /** Places looked at. */
  public int places() {
    return answers.stream().mapToInt(RuleAnswers::places).sum();
  }

  /**
   * The answers of one rule.
   *
   * @param rule id of the rule
   * @param agrees number of places that agree (对得上)
   * @param disagrees number of places that do not (对不上)
   * @param undecided number of places that cannot be decided (无法判断)
   * @param reasons why, in Chinese, each once
   * @param reasonsEnglish the same in English
   */
  public record RuleAnswers(
      String rule,
      int agrees,
      int disagrees,
      int undecided,
      List<String> reasons,
      List<String> reasonsEnglish) {
    /** Copies the lists. */
    public RuleAnswers {
      reasons = List.copyOf(reasons);
      reasonsEnglish = List.copyOf(reasonsEnglish);
    }

    /** Places looked at. */
    public int places() {
      return agrees + disagrees + undecided;
    }
  }
}
