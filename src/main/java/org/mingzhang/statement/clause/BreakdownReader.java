package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Reads words that divide an account by a classification, 按级次分：, or a word such as 由 that
 * introduces the parts of an amount directly, and opens the list of parts.
 */
final class BreakdownReader {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(BreakdownReader.class);
  private static final Pattern FUNCTIONAL_BREAKDOWN = PATTERNS.get("by-function");

  /** The end of a clause on a classification: 分级次看，. */
  private static final String VIEWED_BY = "看";

  private static final String DIVIDED_INTO = "分";
  private static final String COMPOSED_OF = "由";

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final NumberlessClauseReader numberlessClauseReader;

  BreakdownReader(
      ClauseState clause, DiscourseState discourse, NumberlessClauseReader numberlessClauseReader) {
    this.clause = clause;
    this.discourse = discourse;
    this.numberlessClauseReader = numberlessClauseReader;
  }

  /**
   * Reads words that divide the account named at the beginning of the sentence by a classification,
   * 按级次分：, 从收入分类来看，: makes the account the topic again and opens a list of its classes. Does
   * neither if a list without parts is already open. At the beginning of a clause, 由 or 分 opens a
   * list of the parts of the amount before it.
   *
   * @return index of the next token, or -1 if the word is part of the phrase
   */
  int read(int tokenIndex) {
    if (tokenIndex == 0 && (isCompositionList() || isListWithoutTitle())) {
      discourse.openList(ListIntroduction.CONSISTS_OF);
      return tokenIndex + 1;
    }
    if (tokenIndex == 1 && isCompositionOfNamedAccount()) {
      numberlessClauseReader.changeTopic(discourse.readPhrase(clause.tokens().subList(0, 1)));
      discourse.openList(ListIntroduction.CONSISTS_OF);
      clause.phraseTokens().clear();
      return tokenIndex + 1;
    }
    boolean opens =
        clause.markAfter() == '：'
            || (clause.markAfter() == '，'
                && (tokenIndex == 0 || clause.text(clause.tokens().getLast()).endsWith(VIEWED_BY)));
    if (opens && !clause.hasNumber() && (tokenIndex == 0 || isNameBeforeBreakdown(tokenIndex))) {
      boolean inside =
          discourse.lists().innermostList() != null
              && Objects.requireNonNull(discourse.lists().innermostList()).isEmpty();
      if (!inside) {
        if (!new ListWholeResolver(discourse).changeToSumOfParts()) {
          discourse.topics.returnToSubdividedAccount();
        }
        AmountPhrase named = discourse.readPhrase(wordsOfSubdividedAmount());
        boolean namesWhole =
            named.subjects().size() == 1 && named.subjects().getFirst().isInChart();
        if (namesWhole) {
          numberlessClauseReader.changeTopic(named);
        }
        boolean ofItemOrList = !namesWhole && startsParagraphAfterItem();
        discourse.openList(
            announcesMainClassesOnly() ? ListIntroduction.OF_WHICH : ListIntroduction.CONSISTS_OF);
        if (ofItemOrList) {
          Objects.requireNonNull(discourse.lists().innermostList()).clearWhole();
        }
      }
      return clause.tokens().size();
    }
    return -1;
  }

  /**
   * Whether the clause starts a paragraph without a mark below an item of a numbered list, so that
   * it may divide the amount of the item as well as the amount of the whole list: （二）项目支出64万元。
   * before a line with 按功能分类：….
   */
  private boolean startsParagraphAfterItem() {
    OpenList list = discourse.lists().innermostList();
    return list != null
        && list.level > 0
        && !list.isEmpty()
        && clause.startsParagraph()
        && !clause.opensItem();
  }

  /**
   * Whether the list that the clause announces contains only the main parts. This is assumed of the
   * functional classes of a government's expenditure; a report never states all of them.
   */
  private boolean announcesMainClassesOnly() {
    return discourse.context.chart() == ChartOfAccounts.governments()
        && FUNCTIONAL_BREAKDOWN
            .matcher(clause.tokens().stream().map(clause::text).collect(Collectors.joining()))
            .find();
  }

  /**
   * Whether the clause lists the parts of the amount before it: 由购置费1,204.77万元和运行维护费4,483.62万元组成.
   */
  private boolean isCompositionList() {
    return clause.text(clause.tokens().getFirst()).equals(COMPOSED_OF)
        && clause.markBefore() == '，'
        && clause.tokens().size() > 2
        && clause.tokens().get(1).isNameLike()
        && clause.tokens().get(2).isMoney();
  }

  /** Whether the clause lists the parts of the account that it names: 本年收入由财政拨款90万元和…构成. */
  private boolean isCompositionOfNamedAccount() {
    List<ProseToken> words = clause.tokens();
    return words.size() > 3
        && words.getFirst() instanceof ProseToken.Name
        && clause.text(words.get(1)).equals(COMPOSED_OF)
        && (words.get(2).isNameLike() || words.get(2).isWordOfClass(WordClass.FUND))
        && words.get(3).isMoney();
  }

  /**
   * Whether a list of parts follows 分 directly, without words for the classification:
   * 采购预算364万元，分货物类92万元、服务类70万元.
   */
  private boolean isListWithoutTitle() {
    return clause.text(clause.tokens().getFirst()).equals(DIVIDED_INTO)
        && clause.tokens().size() > 2
        && clause.tokens().get(1) instanceof ProseToken.Name
        && clause.tokens().get(2) instanceof ProseToken.Numeral;
  }

  /** Whether only a name precedes 按 or 分: 支出按功能分类科目划分情况：, 一般公共预算收入分级次看，. */
  private boolean isNameBeforeBreakdown(int tokenIndex) {
    ProseToken word = clause.tokens().get(tokenIndex);
    return (word.isWordOfClass(WordClass.BY) || clause.text(word).equals(DIVIDED_INTO))
        && clause.tokens().subList(0, tokenIndex).stream()
            .allMatch(
                t ->
                    t instanceof ProseToken.Name
                        || t.isWordOfAnyClass(WordClass.NOUN, WordClass.VERB));
  }

  /**
   * The words that name what is divided: if they contain exactly one name, as in 按政府采购资金类型划分, that
   * name, otherwise all of them.
   */
  private List<ProseToken> wordsOfSubdividedAmount() {
    List<ProseToken> names =
        clause.tokens().stream().filter(ProseToken.Name.class::isInstance).toList();
    return names.size() == 1 ? names : clause.tokens().subList(1, clause.tokens().size());
  }
}
