package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Objects;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Reads the words that open, continue or end a list of parts. 其中 and 包括 open one; 等 marks it as
 * incomplete; 加上 and 减去 end it. The methods return the index of the next token, or -1 if the word
 * is part of the phrase.
 */
final class ListConnectiveReader {
  /** Value in the lexicon of the words for a balance that an amount includes. */
  private static final String WITH_BALANCE = "含上年结转";

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final PhraseResolver phraseResolver;
  private final NumberlessClauseReader numberlessClauseReader;

  ListConnectiveReader(
      ClauseState clause,
      DiscourseState discourse,
      PhraseResolver phraseResolver,
      NumberlessClauseReader numberlessClauseReader) {
    this.clause = clause;
    this.discourse = discourse;
    this.phraseResolver = phraseResolver;
    this.numberlessClauseReader = numberlessClauseReader;
  }

  /**
   * Reads 其中 or 包括: makes the account that the phrase names the topic, clears the phrase and opens
   * a list. A word that ends a list of parts, 由购置费1万元和运行维护费2万元组成, closes that list instead. No list
   * is opened if the parts are named without amounts: 全部为土地出让金；上级补助146万元.
   */
  int readListOpening(ListIntroduction introduction, int tokenIndex) {
    if (statesCutOfAmountBefore(tokenIndex + 1)) {
      return tokenIndex + 1;
    }
    if (endsCompositionList(tokenIndex)) {
      discourse.topics.setCurrentTopic(
          Objects.requireNonNull(discourse.lists().innermostList()).outerTopic);
      discourse.lists().closeInnermostList();
      return tokenIndex + 1;
    }
    if (!clause.phraseTokens().isEmpty()) {
      AmountPhrase whole = discourse.readPhrase(clause.phraseTokens());
      numberlessClauseReader.changeTopic(whole);
      if (whole.stage() != null && !clause.hasNumber()) {
        // The parts have the stage of the whole, which has no amount of its own: 调整后预算的资金来源为：.
        discourse.sentence.stage = whole.stage();
      }
      clause.phraseTokens().clear();
    }
    if (introduction == ListIntroduction.CONSISTS_OF && endsWithoutNumber()) {
      return tokenIndex + 1;
    }
    ListWholeResolver wholes = new ListWholeResolver(discourse);
    wholes.changeToWholeOfShares(clause.textToEndOfSentence());
    wholes.returnToYearOfTitles();
    wholes.replaceTooSmallTopic(clause.markBefore() == '；');
    wholes.returnToStageOfSum();
    if (introduction == ListIntroduction.OF_WHICH) {
      if (tokenIndex == 0 && clause.opensSentence()) {
        discourse.sentence.continuePreviousPeriod();
      }
      ProseToken.Numeral part = clause.firstNumberFrom(tokenIndex + 1);
      wholes.replaceSmallerRemainderTopic(
          part, part == null ? "" : clause.textBetween(tokenIndex, part));
    }
    discourse.openList(introduction);
    Objects.requireNonNull(discourse.lists().innermostList()).startsSentence =
        tokenIndex == 0 && clause.opensSentence();
    if (clause.text(clause.tokens().get(tokenIndex)).contains("含")) {
      markListOpenEnded(); // 含 introduces only some of the parts
    }
    return tokenIndex + 1;
  }

  /**
   * Reads 中 between an account and the name of a part of it, 公用经费中办公费20万元, as 其中. If the words
   * before it only refer to the topic, 实际采购中货物20万元, the topic is the account.
   *
   * @return index of the next token, or -1 if the word is part of the phrase
   */
  int readPartWithinNamedAccount(int tokenIndex) {
    List<ProseToken> words = clause.phraseTokens();
    List<ProseToken> after =
        clause.tokens().subList(tokenIndex + 1, clause.tokens().size()).stream().limit(2).toList();
    boolean between =
        clause.text(clause.tokens().get(tokenIndex)).equals("中")
            && !after.isEmpty()
            && !words.isEmpty();
    if (between
        && isPartWithAmount(after)
        && discourse.topic().subjects().size() == 1
        && clause.nameNoAccount(words)) {
      words.clear();
      return readListOpening(ListIntroduction.OF_WHICH, tokenIndex);
    }
    AmountPhrase named =
        between && after.getFirst() instanceof ProseToken.Name
            ? discourse.readPhrase(words)
            : AmountPhrase.EMPTY;
    List<Subject> whole =
        named.subjects().isEmpty() ? List.of() : phraseResolver.resolveSubjects(named);
    return whole.size() == 1 && whole.getFirst().isInChart() && whole.getFirst().item() == null
        ? readListOpening(ListIntroduction.OF_WHICH, tokenIndex)
        : -1;
  }

  private static boolean isPartWithAmount(List<ProseToken> tokens) {
    return tokens.getFirst().isNameLike() && tokens.getLast().isMoney();
  }

  /**
   * Whether the words at an index state a cut of the amount before them, which is no part of that
   * amount: 预算100万元，其中收回20万元.
   */
  private boolean statesCutOfAmountBefore(int wordIndex) {
    return wordIndex + 1 < clause.tokens().size()
        && clause
            .tokens()
            .get(wordIndex)
            .isWord(WordClass.ADJUST, BudgetAdjustmentReader.CUT_FROM_BUDGET)
        && clause.tokens().get(wordIndex + 1).isMoney()
        && discourse.topics.isLastAmountOf(discourse.topic(), discourse.statements);
  }

  /**
   * Opens a list for a balance that the amount directly before it includes, with an amount of its
   * own: 拨款收入360万元，含上年结转30万元.
   *
   * @return -1, so that the words remain part of the phrase
   */
  int openListOfIncludedBalance(int tokenIndex) {
    if (tokenIndex == 0
        && clause.tokens().size() == 2
        && clause.tokens().getLast().isMoney()
        && clause.tokens().getFirst().isWord(WordClass.COMPARISON_BASIS, WITH_BALANCE)
        && discourse.topics.isLastAmountOf(discourse.topic(), discourse.statements)) {
      discourse.openList(ListIntroduction.CONSISTS_OF);
      markListOpenEnded();
    }
    return -1;
  }

  /** Whether the clause has no number and ends its part of the sentence. */
  private boolean endsWithoutNumber() {
    return !clause.hasNumber() && (clause.markAfter() == '；' || clause.markAfter() == '。');
  }

  /** Whether a word ends a list of parts that starts with 由: 由购置费1万元和运行维护费2万元组成. */
  private boolean endsCompositionList(int tokenIndex) {
    OpenList list = discourse.lists().innermostList();
    return tokenIndex > 0
        && tokenIndex + 1 == clause.tokens().size()
        && clause.tokens().get(tokenIndex - 1) instanceof ProseToken.Numeral
        && list != null
        && list.isInline()
        && list.introduction == ListIntroduction.CONSISTS_OF
        && !list.isEmpty();
  }

  /**
   * Reads 加上 or 减去, which end the lists of the sentence at the beginning of a clause; a list before
   * 减去 is marked as incomplete, since its parts do not add up to the total.
   */
  int readAdditionOrSubtraction(int tokenIndex) {
    if (clause.tokens().get(tokenIndex) instanceof ProseToken.Word word
        && word.value().equals(ProseToken.Word.SUBTRACTED_AMOUNT)) {
      markListOpenEnded();
    }
    if (tokenIndex > 0) {
      return -1;
    }
    discourse.lists().closeSentenceLists(); // what is added is no part: 其中税收80万元；加上级补助20万元
    discourse.sentence.isAddingUp = true;
    return 1;
  }

  /**
   * Marks the innermost open list, if any, as incomplete: 等.
   *
   * @return -1, so that the word remains part of the phrase
   */
  int markListOpenEnded() {
    OpenList scope = discourse.lists().innermostList();
    if (scope != null) {
      scope.hasUnnamedParts = true;
    }
    return -1;
  }

  /** Opens a list that names only the main parts of the topic. */
  int openListOfMainParts(int tokenIndex) {
    discourse.openList(ListIntroduction.OF_WHICH);
    markListOpenEnded();
    return tokenIndex + 1;
  }
}
