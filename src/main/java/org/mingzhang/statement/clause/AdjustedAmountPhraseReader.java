package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Reads the phrase before an amount that begins or ends a development, 由8.06亿元调整为7.52亿元, which
 * gives the amount its stage and year.
 */
final class AdjustedAmountPhraseReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AdjustedAmountPhraseReader.class);
  private static final Pattern ADJUSTED_TO = PATTERNS.get("adjusted-to");
  private static final String ADJUST_PREFIX = "调";

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final AmountNameFinder amountNameFinder;

  AdjustedAmountPhraseReader(
      ClauseState clause, DiscourseState discourse, AmountNameFinder amountNameFinder) {
    this.clause = clause;
    this.discourse = discourse;
    this.amountNameFinder = amountNameFinder;
  }

  /**
   * The phrase before an amount. The first amount of 由8.06亿元调整为7.52亿元 is the budget even if the
   * titles give another stage; so is the first amount of 由8.06亿元下调至7.52亿元 in a list of parts of an
   * adjusted budget. In both cases an open list is marked as incomplete, since it names only the
   * adjusted accounts. After an adjustment, the amount that an allocation then had, 专项资金实为189万元, is
   * the adjusted budget.
   *
   * @param next index after the amount
   */
  AmountPhrase readBeforeAmount(int next) {
    OpenList list = discourse.lists().innermostList();
    boolean adjusted =
        next < clause.tokens().size()
            && clause.tokens().get(next).isWordOfClass(WordClass.CHANGED_TO)
            && (clause.text(clause.tokens().get(next)).startsWith(ADJUST_PREFIX)
                || (list != null
                    && list.isWholeAdjustedBudget()
                    && clause.text(clause.tokens().get(next)).contains(ADJUST_PREFIX)));
    if (adjusted && list != null) {
      list.hasUnnamedParts = true; // the list names only adjusted accounts
    }
    AmountPhrase phrase =
        withFirstOrLastYearOfRange(
            discourse.readPhrase(adjusted ? wordsBeforeInitialBudget() : clause.phraseTokens()),
            next);
    if (phrase.stage() == null
        && discourse.hasBudgetAdjustment
        && discourse.context.textEvaluatesProjects()
        && ADJUSTED_TO.matcher(clause.phraseText()).find()) {
      return phrase.withStage(Stage.ADJUSTED_BUDGET);
    }
    boolean planned = adjusted || amountNameFinder.isAllocatedToBodiesBelow(next);
    return planned && phrase.stage() == null ? phrase.withStage(Stage.BUDGET) : phrase;
  }

  /**
   * The phrase with its year set to the first or last year of the range that the sentence
   * announces, for the two amounts of a development: 2020年至2023年，收入由3186万元增加到4150万元.
   */
  private AmountPhrase withFirstOrLastYearOfRange(AmountPhrase phrase, int next) {
    List<Integer> span = discourse.sentence.yearRange;
    if (span.isEmpty() || !phrase.years().isEmpty()) {
      return phrase;
    }
    if (next < clause.tokens().size()
        && clause.tokens().get(next).isWordOfClass(WordClass.CHANGED_TO)) {
      return phrase.withYears(List.of(span.getFirst()));
    }
    return clause.phraseTokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.CHANGED_TO))
        ? phrase.withYears(List.of(span.getLast()))
        : phrase;
  }

  /** The words before 由 in 税收收入由年初的41,000万元; all words if a stage of the budget follows 由. */
  private List<ProseToken> wordsBeforeInitialBudget() {
    List<ProseToken> words = clause.phraseTokens();
    int from = words.size() - 1;
    while (from > 0 && !words.get(from).isWordOfClass(WordClass.SPLIT)) {
      from--;
    }
    return from > 0
            && words.subList(from, words.size()).stream()
                .noneMatch(t -> t.isWordOfClass(WordClass.STAGE))
        ? words.subList(0, from)
        : words;
  }
}
