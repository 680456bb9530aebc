package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Recognizes a clause that compares 本年 or 本年预算, after amounts of the year before it, and returns to
 * the year of the titles: 2022年支出2万元，本年较上年增加1万元. Without it, the change would be one of 2022. Keeps
 * no state of its own.
 */
final class CurrentYearComparison {
  /** A word for the year of the report or for the year that the text has just stated. */
  private static final String YEAR_JUST_STATED = "当年";

  private static final Pattern ADVERB = Pattern.compile("[则却也又仍更]");
  private static final Pattern CURRENT_YEAR = Pattern.compile("[本当今]年");

  private final ClauseState clause;
  private final DiscourseState discourse;

  CurrentYearComparison(ClauseState clause, DiscourseState discourse) {
    this.clause = clause;
    this.discourse = discourse;
  }

  /**
   * Makes the year of the titles that of the sentence if the clause compares it, and the amount of
   * that year the latest of the topic.
   */
  void returnToYearOfTitles() {
    Integer year = discourse.context.stageAndTime().year();
    if (year != null
        && (discourse.referenceYear() == year - 1 || discourse.sentence.openingYear != null)
        && startsComparison()) {
      discourse.sentence.year = null;
      discourse.topic().moveOtherYearsToFront(year);
    }
  }

  private boolean startsComparison() {
    List<ProseToken> tokens = clause.tokens();
    if (tokens.isEmpty() || !(isCurrentYear(tokens.getFirst()) || isBudgetOfCurrentYear(tokens))) {
      return false;
    }
    int base = 1;
    while (base < tokens.size() && isStageOrAdverb(tokens.get(base))) {
      base++;
    }
    if (base == tokens.size()) {
      return false;
    }
    ProseToken comparison = tokens.get(base);
    boolean hasBudget = base > 1 || isBudgetOfCurrentYear(tokens);
    return (ComparisonBaseReader.introducesBase(comparison) || comparison.endsComparisonBase())
        && !(hasBudget && mayBeYearJustStated(tokens.getFirst(), comparison));
  }

  private static boolean isCurrentYear(ProseToken token) {
    return token.isWord(WordClass.YEAR, "0");
  }

  private boolean isBudgetOfCurrentYear(List<ProseToken> tokens) {
    return tokens.getFirst().isWordOfClass(WordClass.STAGE)
        && CURRENT_YEAR.matcher(clause.text(tokens.getFirst())).lookingAt();
  }

  private boolean isStageOrAdverb(ProseToken token) {
    return token.isWordOfClass(WordClass.STAGE) || ADVERB.matcher(clause.text(token)).matches();
  }

  /**
   * Whether 当年预算 may be the budget of the year that the text has just stated. It is not if it is
   * compared with that year: 2021年支出2万元，当年预算比2021年增加1万元.
   */
  private boolean mayBeYearJustStated(ProseToken first, ProseToken comparison) {
    return clause.text(first).startsWith(YEAR_JUST_STATED)
        && !clause.textAfter(comparison).startsWith(String.valueOf(discourse.referenceYear()));
  }
}
