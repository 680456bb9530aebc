package org.mingzhang.statement.clause;

import java.util.List;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Reads words that start a reason or a purpose, 主要原因是 and 主要用于, whose amounts do not belong to the
 * account. The methods return the index of the next token, or -1 if the word is part of the phrase.
 */
final class ReasonReader {
  /** The word for a purpose, as opposed to 主要用于, which names only the main purposes. */
  private static final String SPENT_ON = "用于";

  /** Value of the lexicon's words that start a subordinate clause. */
  static final String SUBORDINATE_CLAUSE = "subordinate";

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final NumberlessClauseReader numberlessClauseReader;
  private final UseOfMoneyDetector useOfMoneyDetector;
  private final EnumeratedPartMatcher enumeratedPartMatcher;
  private final ReasonChangeReader reasonChangeReader;

  ReasonReader(
      ClauseState clause,
      DiscourseState discourse,
      NumberlessClauseReader numberlessClauseReader,
      EnumeratedPartMatcher enumeratedPartMatcher,
      ReasonChangeReader reasonChangeReader) {
    this.clause = clause;
    this.discourse = discourse;
    this.numberlessClauseReader = numberlessClauseReader;
    this.useOfMoneyDetector = new UseOfMoneyDetector(clause, discourse);
    this.enumeratedPartMatcher = enumeratedPartMatcher;
    this.reasonChangeReader = reasonChangeReader;
  }

  /**
   * Reads a word that starts a reason, and the rest of the clause, and adds the statement of a
   * reason. Clears the phrase.
   */
  int readCause(int tokenIndex) {
    String word = clause.text(clause.tokens().get(tokenIndex));
    if (isReasonBehindAccount(tokenIndex)) {
      numberlessClauseReader.changeTopic(discourse.readPhrase(clause.phraseTokens()));
      clause.phraseTokens().clear();
      discourse.sentence.reasonClass = WordClass.CAUSE;
      discourse.sentence.reasonPrecedes = false;
      discourse.sentence.reasonIsSubordinateClause = true;
      return clause.tokens().size();
    }
    if (tokenIndex > 0 && (word.length() == 1 || word.equals("由于"))) {
      return -1;
    }
    if (word.length() == 1
        && clause.hasNumber()
        && clause.phraseTokens().isEmpty()
        && clause.tokens().size() > 1
        && clause.tokens().get(1) instanceof ProseToken.Name) {
      return -1;
    }
    clause.phraseTokens().clear();
    discourse.sentence.reasonClass = WordClass.CAUSE;
    discourse.sentence.reasonPrecedes =
        tokenIndex == 0 && !clause.hasNumber() && clause.opensSentence();
    discourse.sentence.reasonIsSubordinateClause =
        tokenIndex == 0
            && clause.tokens().getFirst() instanceof ProseToken.Word first
            && first.value().equals(SUBORDINATE_CLAUSE);
    discourse.sentence.reasonContinues |= clause.markAfter() == '：';
    numberlessClauseReader.addReason();
    if (!discourse.sentence.reasonPrecedes && !discourse.sentence.reasonIsSubordinateClause) {
      reasonChangeReader.readClauseOfReason(tokenIndex + 1, true);
    }
    return clause.tokens().size();
  }

  /**
   * Whether a clause consists of the name of an account and a reason why the next clause can say
   * that it changed: 契税因新房成交回升，比上年增加12万元.
   */
  private boolean isReasonBehindAccount(int tokenIndex) {
    return tokenIndex > 0
        && clause.markAfter() == '，'
        && clause.tokens().get(tokenIndex).isWord(WordClass.CAUSE, SUBORDINATE_CLAUSE)
        && clause.phraseTokens().equals(clause.tokens().subList(0, tokenIndex))
        && clause.tokens().stream()
            .noneMatch(
                t ->
                    t instanceof ProseToken.Numeral number
                        && number.measure() != Quantity.Measure.COUNT)
        && namesOneAccount(discourse.readPhrase(clause.phraseTokens()).subjects());
  }

  private boolean namesOneAccount(List<Subject> subjects) {
    return subjects.size() == 1
        && (subjects.getFirst().isInChart()
            || discourse.phraseReader.hasAccountEnding(subjects.getFirst().account()));
  }

  /**
   * Reads a word that starts a purpose, and the rest of the clause. Where the word introduces an
   * account or a count, 用于公务接待0.50万元, reading continues after it; where parts with an amount each
   * follow, it opens a list.
   */
  int readPurpose(int tokenIndex) {
    if (tokenIndex + 1 < clause.tokens().size()
        && clause.text(clause.tokens().get(tokenIndex)).equals("主要开展")) {
      return -1;
    }
    if (tokenIndex > 0
        && enumeratedPartMatcher.isNameWithAmount(tokenIndex + 1)
        && changeTopicToWhole()) {
      discourse.openList(ListIntroduction.OF_WHICH);
      return tokenIndex + 1;
    }
    if (introducesSpendingAccount(tokenIndex)
        || useOfMoneyDetector.introducesUseWithAmount(tokenIndex)) {
      clause.phraseTokens().removeIf(t -> !t.isTimeOrStage());
      return tokenIndex + 1;
    }
    if (clause.markAfter() == '：' && tokenIndex > 0) {
      numberlessClauseReader.changeTopic(discourse.readPhrase(clause.phraseTokens()));
    }
    int name = findNameAfterPurpose(tokenIndex + 1);
    if (name > 0) {
      clause.phraseTokens().removeIf(t -> !(t instanceof ProseToken.Time));
      return name;
    }
    AmountPhrase whole = discourse.readPhrase(clause.phraseTokens());
    clause.phraseTokens().clear();
    if (ReasonEndDetector.statesGuestCount(
        clause.tokens().subList(tokenIndex, clause.tokens().size()))) {
      return tokenIndex
          + 1; // in 公务接待费3.42万元，用于国内公务接待31批次 the word 用于 introduces a count, not a purpose
    }
    boolean named = discourse.sentence.namedSubjects.isEmpty() && isStatedAccount(whole);
    if ((named || !discourse.sentence.namedSubjects.isEmpty())
        && enumeratedPartMatcher.isNameWithAmount(tokenIndex + 1)) {
      // several things follow with an amount each: 用于公路建设1.42亿元，水利0.08亿元
      if (named) {
        numberlessClauseReader.changeTopic(whole);
      }
      discourse.openList(ListIntroduction.OF_WHICH);
      return tokenIndex + 1;
    }
    discourse.sentence.reasonClass = WordClass.PURPOSE;
    discourse.sentence.listsAllPurposes =
        clause.text(clause.tokens().get(tokenIndex)).equals(SPENT_ON);
    numberlessClauseReader.addReason();
    return clause.tokens().size();
  }

  /**
   * Whether a phrase names one account of which the section has stated an amount:
   * 机关运行经费支出86.9万元。机关运行经费主要用于办公费12.3万元、邮电费4.6万元.
   */
  private boolean isStatedAccount(AmountPhrase phrase) {
    return phrase.subjects().size() == 1
        && phrase.subjects().getFirst().isInChart()
        && phrase.subjects().getFirst().item() == null
        && discourse.statedTopics.findBySubject(phrase.subjects().getFirst()) != null;
  }

  /**
   * Whether 用于 introduces the account on which an amount was spent and not a purpose:
   * 2015年用于公务接待0.50万元.
   *
   * @param tokenIndex index of the word for the purpose
   */
  private boolean introducesSpendingAccount(int tokenIndex) {
    List<ProseToken> words = clause.tokens();
    return tokenIndex + 3 == words.size()
        && clause.opensSentence()
        && words.subList(0, tokenIndex).stream().allMatch(ProseToken::isTimeOrStage)
        && isAccountWithAmount(tokenIndex + 1);
  }

  /** Whether the clause has the name of an account of the chart and its amount at a token. */
  private boolean isAccountWithAmount(int tokenIndex) {
    List<ProseToken> words = clause.tokens();
    if (!(words.get(tokenIndex) instanceof ProseToken.Name)
        || !words.get(tokenIndex + 1).isMoney()) {
      return false;
    }
    List<Subject> named =
        discourse.readPhrase(words.subList(tokenIndex, tokenIndex + 1)).subjects();
    return named.size() == 1 && named.getFirst().isInChart() && named.getFirst().item() == null;
  }

  /**
   * Reads the words before a purpose, up to 中, as the whole of which amounts were spent, and makes
   * the account that they name the topic: 支出中用于人员经费的620万元，用于公用经费的80万元. Words that name no account
   * refer to the topic, which then remains.
   *
   * @return whether such words precede the purpose; if false, the phrase and the topic are
   *     unchanged
   */
  private boolean changeTopicToWhole() {
    List<ProseToken> phrase = clause.phraseTokens();
    if (phrase.isEmpty() || !clause.text(phrase.getLast()).equals("中")) {
      return false;
    }
    AmountPhrase named = discourse.readPhrase(phrase);
    boolean topic =
        phrase.subList(0, phrase.size() - 1).stream()
            .allMatch(t -> t.isWordOfAnyClass(WordClass.NOUN, WordClass.VERB));
    if (named.subjects().size() == 1) {
      numberlessClauseReader.changeTopic(named);
    } else if (!topic || discourse.topic().subjects().size() != 1) {
      return false;
    }
    clause.phraseTokens().clear();
    return true;
  }

  /**
   * Index of the name that follows a purpose in 用于保障机构正常运转的日常支出 and 用于完成特定任务的项目支出60万元; 0 if the
   * purpose does not modify a name.
   */
  private int findNameAfterPurpose(int from) {
    for (int j = from; j + 2 < clause.tokens().size(); j++) {
      ProseToken token = clause.tokens().get(j);
      if (token.isWordOfClass(WordClass.WITHIN) && clause.text(token).length() > 2) {
        return clause.tokens().get(j + 1) instanceof ProseToken.Name ? j + 1 : 0;
      }
    }
    int name = clause.tokens().size() - 2;
    return name > from + 1
            && clause.text(clause.tokens().get(name - 1)).endsWith("的")
            && isAccountWithAmount(name)
        ? name
        : 0;
  }
}
