package org.mingzhang.statement;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.text.PatternTable;

/**
 * Reads the words that connect clauses. 其中 and 包括 open a list; 按…分 opens a list that divides the
 * account named at the beginning of the sentence; 等 marks a list as incomplete; 主要原因是 and 主要用于
 * start a reason or purpose, whose amounts do not belong to the account. The methods return the
 * index of the next token, or -1 if the word is part of the phrase.
 */
final class ConnectiveReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ConnectiveReader.class);
  private static final Pattern FUNCTIONAL_BREAKDOWN = PATTERNS.get("by-function");

  private static final String DIVIDED_INTO = "分";
  private static final String COMPOSED_OF = "由";

  /** Value of words after which an amount is subtracted: 减上解支出. */
  static final String SUBTRACTED_AMOUNT = "SUBTRACTED";

  /** The word for a purpose, as opposed to 主要用于, which names only the main ones. */
  private static final String SPENT_ON = "用于";

  /** Value of the lexicon's words that start a subordinate clause. */
  static final String SUBORDINATE_CLAUSE = "subordinate";

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final NumberlessClauseReader numberless;
  private final UseOfMoneyDetector useOfMoneyDetector;

  ConnectiveReader(
      ClauseState clause, DiscourseState discourse, NumberlessClauseReader numberless) {
    this.clause = clause;
    this.discourse = discourse;
    this.numberless = numberless;
    this.useOfMoneyDetector = new UseOfMoneyDetector(clause, discourse);
  }

  /**
   * Reads 其中 or 包括: makes the account that the phrase names the topic, clears the phrase and opens
   * a list. A word that ends a list of parts, 由购置费1万元和运行维护费2万元组成, closes that list instead.
   */
  int readListOpening(ListIntroduction introduction, int tokenIndex) {
    if (endsCompositionList(tokenIndex)) {
      discourse.topics.setCurrentTopic(
          Objects.requireNonNull(discourse.lists().innermostList()).outerTopic);
      discourse.lists().closeInnermostList();
      return tokenIndex + 1;
    }
    if (!clause.phraseTokens().isEmpty()) {
      AmountPhrase whole = discourse.readPhrase(clause.phraseTokens());
      numberless.changeTopic(whole);
      if (whole.stage() != null && !clause.hasNumber()) {
        discourse.sentence.stage = whole.stage(); // as in 调整后预算的资金来源为：
      }
      clause.phraseTokens().clear();
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
   * Reads words that divide the account named at the beginning of the sentence by a classification,
   * 按级次分：, 从收入分类来看，: makes the account the topic again and opens a list of its classes. Does
   * neither if a list without parts is already open. At the beginning of a clause, 由 or 分 opens a
   * list of the parts of the amount before it.
   */
  int readBreakdownWords(int tokenIndex) {
    if (tokenIndex == 0 && (isCompositionList() || isListWithoutTitle())) {
      discourse.openList(ListIntroduction.CONSISTS_OF);
      return tokenIndex + 1;
    }
    boolean opens = clause.markAfter() == '：' || (tokenIndex == 0 && clause.markAfter() == '，');
    if (opens && !clause.hasNumber() && (tokenIndex == 0 || isNameBeforeBreakdown(tokenIndex))) {
      boolean inside =
          discourse.lists().innermostList() != null
              && Objects.requireNonNull(discourse.lists().innermostList()).isEmpty();
      if (!inside) {
        discourse.topics.returnToSubdividedAccount();
        AmountPhrase named = discourse.readPhrase(wordsOfSubdividedAmount());
        if (named.subjects().size() == 1 && named.subjects().getFirst().charted()) {
          numberless.changeTopic(named);
        }
        discourse.openList(
            namesMainClassesOnly() ? ListIntroduction.OF_WHICH : ListIntroduction.CONSISTS_OF);
      }
      return clause.tokens().size();
    }
    return -1;
  }

  /**
   * Whether the list that the clause announces contains only the main parts. This is assumed of the
   * functional classes of a government's expenditure, of which a report never states all.
   */
  private boolean namesMainClassesOnly() {
    return discourse.context.chart() == ChartOfAccounts.governments()
        && FUNCTIONAL_BREAKDOWN
            .matcher(clause.tokens().stream().map(clause::text).collect(Collectors.joining()))
            .find();
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
   * Whether the clause lists the parts of the amount before it: 由购置费1,204.77万元和运行维护费4,483.62万元组成.
   */
  private boolean isCompositionList() {
    return clause.text(clause.tokens().getFirst()).equals(COMPOSED_OF)
        && clause.markBefore() == '，'
        && clause.tokens().size() > 2
        && AmountNameRangeFinder.isNameLike(clause.tokens().get(1))
        && clause.tokens().get(2) instanceof ProseToken.Numeral amount
        && amount.measure() == Quantity.Measure.MONEY;
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

  /** Whether only a name precedes 按: 支出按功能分类科目划分情况：. */
  private boolean isNameBeforeBreakdown(int tokenIndex) {
    return clause.tokens().get(tokenIndex).isWordOfClass(WordClass.BY)
        && clause.tokens().subList(0, tokenIndex).stream()
            .allMatch(
                t ->
                    t instanceof ProseToken.Name
                        || t.isWordOfClass(WordClass.NOUN)
                        || t.isWordOfClass(WordClass.VERB));
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

  /**
   * Reads 加上 or 减去, which end the lists of the sentence at the beginning of a clause; a list before
   * 减去 is marked as incomplete, since its parts no longer add up to the total.
   */
  int readAdditionOrSubtraction(int tokenIndex) {
    if (clause.tokens().get(tokenIndex) instanceof ProseToken.Word word
        && word.value().equals(SUBTRACTED_AMOUNT)) {
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

  /**
   * Reads a word that starts a reason, and the rest of the clause, and adds the statement of a
   * reason. Clears the phrase.
   */
  int readCause(int tokenIndex) {
    String word = clause.text(clause.tokens().get(tokenIndex));
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
    discourse.sentence.reasonByConjunction =
        tokenIndex == 0
            && clause.tokens().getFirst() instanceof ProseToken.Word first
            && first.value().equals(SUBORDINATE_CLAUSE);
    discourse.sentence.reasonContinues |= clause.markAfter() == '：';
    numberless.addReason();
    return clause.tokens().size();
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
    if (tokenIndex > 0 && isNameWithAmount(tokenIndex + 1) && changeTopicToWhole()) {
      discourse.openList(ListIntroduction.OF_WHICH);
      return tokenIndex + 1;
    }
    if (introducesSpendingAccount(tokenIndex)
        || useOfMoneyDetector.introducesUseWithAmount(tokenIndex)) {
      clause.phraseTokens().removeIf(t -> !ChangeReader.isTimeOrStage(t));
      return tokenIndex + 1;
    }
    if (clause.markAfter() == '：' && tokenIndex > 0) {
      numberless.changeTopic(discourse.readPhrase(clause.phraseTokens()));
    }
    int name = findNameAfterPurpose(tokenIndex + 1);
    if (name > 0) {
      clause.phraseTokens().removeIf(t -> !(t instanceof ProseToken.Time));
      return name;
    }
    clause.phraseTokens().clear();
    if (ReasonEndDetector.statesGuestCount(
        clause.tokens().subList(tokenIndex, clause.tokens().size()))) {
      return tokenIndex
          + 1; // in 公务接待费3.42万元，用于国内公务接待31批次 the word 用于 introduces a count, not a purpose
    }
    if (!discourse.sentence.subjects.isEmpty() && isNameWithAmount(tokenIndex + 1)) {
      // several things follow with an amount each: 用于公路建设1.42亿元，水利0.08亿元
      discourse.openList(ListIntroduction.OF_WHICH);
      return tokenIndex + 1;
    }
    discourse.sentence.reasonClass = WordClass.PURPOSE;
    discourse.sentence.purposesComplete =
        clause.text(clause.tokens().get(tokenIndex)).equals(SPENT_ON);
    numberless.addReason();
    return clause.tokens().size();
  }

  /**
   * Whether 用于 introduces the account on which an amount was spent and not a purpose:
   * 2015年用于公务接待0.50万元.
   *
   * @param tokenIndex index of the word for the purpose
   */
  private boolean introducesSpendingAccount(int tokenIndex) {
    List<ProseToken> words = clause.tokens();
    boolean money =
        tokenIndex + 3 == words.size()
            && clause.opensSentence()
            && words.subList(0, tokenIndex).stream().allMatch(ChangeReader::isTimeOrStage)
            && words.get(tokenIndex + 1) instanceof ProseToken.Name
            && words.get(tokenIndex + 2) instanceof ProseToken.Numeral number
            && number.measure() == Quantity.Measure.MONEY;
    if (!money) {
      return false;
    }
    List<Subject> named =
        discourse.readPhrase(words.subList(tokenIndex + 1, tokenIndex + 2)).subjects();
    return named.size() == 1 && named.getFirst().charted() && named.getFirst().item() == null;
  }

  /**
   * Reads the words before a purpose, up to 中, as the whole of which amounts were spent, and makes
   * the account that they name the topic: 支出中用于人员经费的620万元，用于公用经费的80万元. Words that name no account
   * refer to the topic, which then remains.
   *
   * @return whether such words precede the purpose; if not, the phrase and the topic are unchanged
   */
  private boolean changeTopicToWhole() {
    List<ProseToken> phrase = clause.phraseTokens();
    if (phrase.isEmpty() || !clause.text(phrase.getLast()).equals("中")) {
      return false;
    }
    AmountPhrase named = discourse.readPhrase(phrase);
    boolean topic =
        phrase.subList(0, phrase.size() - 1).stream()
            .allMatch(t -> t.isWordOfClass(WordClass.NOUN) || t.isWordOfClass(WordClass.VERB));
    if (named.subjects().size() == 1) {
      numberless.changeTopic(named);
    } else if (!topic || discourse.topic().subjects().size() != 1) {
      return false;
    }
    clause.phraseTokens().clear();
    return true;
  }

  /** Whether the clause ends its sentence and the list within the sentence already has parts. */
  private boolean endsSentenceWithList() {
    OpenList list = discourse.lists().innermostList();
    return clause.markAfter() == '。' && list != null && list.level == 0 && !list.isEmpty();
  }

  /** Whether the rest of the clause is a name with its amount in an enumeration: 免疫规划182.50万元，. */
  boolean isNameWithAmount(int from) {
    List<ProseToken> rest = clause.tokens().subList(from, clause.tokens().size());
    return rest.size() > 1
        && (clause.markAfter() == '，'
            || clause.markAfter() == '、'
            || clause.markAfter() == '；'
            || endsSentenceWithList())
        && rest.getLast() instanceof ProseToken.Numeral number
        && number.measure() == Quantity.Measure.MONEY
        && rest.stream().anyMatch(t -> t instanceof ProseToken.Text || t instanceof ProseToken.Name)
        && rest.subList(0, rest.size() - 1).stream()
            .allMatch(
                t ->
                    t instanceof ProseToken.Text
                        || t instanceof ProseToken.Name
                        || t.isWordOfClass(WordClass.LINK)
                        || t.isWordOfClass(WordClass.NOUN));
  }

  /**
   * Index of the name that follows a purpose in 用于保障机构正常运转的日常支出; 0 if the purpose does not modify a
   * name.
   */
  private int findNameAfterPurpose(int from) {
    for (int j = from; j + 2 < clause.tokens().size(); j++) {
      ProseToken token = clause.tokens().get(j);
      if (token.isWordOfClass(WordClass.POSITION) && clause.text(token).length() > 2) {
        return clause.tokens().get(j + 1) instanceof ProseToken.Name ? j + 1 : 0;
      }
    }
    return 0;
  }
}
