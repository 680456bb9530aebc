package org.mingzhang.statement.clause;

import java.math.BigDecimal;

/**
 * Decides of which year the parts are that a sentence with 其中 lists after a sentence on an earlier
 * year: 2022年三公经费预算6.2万元。2021年预算8万元，实际支出5.36万元。其中：….
 */
final class ListYearResolver {
  private final DiscourseState discourse;

  ListYearResolver(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Returns to the year of the titles if the topic has an amount of that year, its last amount is
   * one of an earlier year, and the parts do not add up to an amount of that earlier year. To be
   * called before the list is opened.
   */
  void returnToYearOfTitles() {
    Integer year = discourse.context.stageAndTime().year();
    BigDecimal sum = discourse.clauseContext.sumOfParts();
    Integer last = discourse.sentence.year;
    if (year == null || sum == null || last == null || last >= year) {
      return;
    }
    DiscourseTopic topic = discourse.topic();
    if (!topic.hasAmountOf(year, null)
        || !topic.hasAmountOf(last, null)
        || (topic.hasAmountOf(last, sum) && !topic.hasAmountOf(year, sum))) {
      return;
    }
    topic.moveOtherYearsToFront(year);
    discourse.sentence.year = year;
  }
}
