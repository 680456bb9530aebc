package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Finds the words that name an amount if the phrase before the amount does not: the words after it,
 * its purpose (用于…), or the clause before it. Reads the clause that is being parsed and does not
 * change its state.
 */
final class AmountNameFinder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AmountNameFinder.class);

  /** Maximum number of tokens of a phrase for the remaining members, such as 其余各项支出. */
  private static final int MAX_REMAINDER_TOKENS = 3;

  private static final Pattern UNLISTED_REMAINDER = PATTERNS.get("unlisted-remainder");
  private static final Pattern WITHIN_NAMED_AMOUNT = PATTERNS.get("within-named");
  private static final Pattern EVALUATED_PROJECT = PATTERNS.get("the-project");
  private static final Pattern ALLOCATED_TO_BODIES_BELOW = PATTERNS.get("allocated-below");

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final UseOfMoneyDetector useOfMoneyDetector;
  private final WordsAfterAmountReader wordsAfterAmountReader;
  private final ProjectPartNameFinder projectPartNameFinder;

  AmountNameFinder(ClauseState clause, DiscourseState discourse) {
    this.clause = clause;
    this.discourse = discourse;
    this.useOfMoneyDetector = new UseOfMoneyDetector(clause, discourse);
    this.wordsAfterAmountReader = new WordsAfterAmountReader(clause, discourse);
    this.projectPartNameFinder = new ProjectPartNameFinder(clause, discourse);
  }

  /**
   * The words that name an amount.
   *
   * @param words tokens of the name
   * @param end index in the clause of the next token to read
   */
  record NameWords(List<ProseToken> words, int end) {}

  /**
   * The words around an amount that name it independently of the topic; null if there are none.
   *
   * @param amountIndex index of the amount in the clause
   * @param nextIndex index after the amount, or after the last of several
   */
  @Nullable NameWords findNameWords(int amountIndex, int nextIndex) {
    int end = clause.tokens().size();
    if (isNamedByPurpose(nextIndex)) {
      return new NameWords(clause.tokens().subList(nextIndex + 1, end), end);
    }
    List<ProseToken> use = useOfMoneyDetector.findNameOfUse(amountIndex);
    if (!use.isEmpty()) {
      return new NameWords(use, nextIndex);
    }
    if (isNamedByPayer() || projectPartNameFinder.namesProjectsOfYear()) {
      return new NameWords(List.copyOf(clause.phraseTokens()), nextIndex);
    }
    List<ProseToken> counted = projectPartNameFinder.findCountedProjects(amountIndex);
    if (!counted.isEmpty()) {
      return new NameWords(counted, nextIndex);
    }
    if (isNameFollowedByEtCetera()) {
      return new NameWords(List.copyOf(clause.phraseTokens().subList(0, 2)), nextIndex);
    }
    if (isNamedByClauseBefore()) {
      return new NameWords(discourse.wordsWithoutName, nextIndex);
    }
    if (wordsAfterAmountReader.isPartNamedAfterAmount(nextIndex)
        || wordsAfterAmountReader.isNamedByOmission(nextIndex)) {
      return new NameWords(clause.tokens().subList(nextIndex, end), end);
    }
    List<ProseToken> equated = wordsAfterAmountReader.findUnlistedNameAfterCopula(nextIndex);
    if (!equated.isEmpty()) {
      return new NameWords(equated, end);
    }
    return saysFundsWereReceived() && !clause.isDistributed(amountIndex, amountIndex)
        ? new NameWords(List.copyOf(clause.phraseTokens()), nextIndex)
        : null;
  }

  /**
   * Whether the words before an amount are one name and 等, 年初结转和结余等398.66万元, so that the amount is
   * that of the account together with others.
   */
  private boolean isNameFollowedByEtCetera() {
    List<ProseToken> words = clause.phraseTokens();
    return words.size() > 1
        && words.getFirst() instanceof ProseToken.Name
        && words.get(1).isWordOfClass(WordClass.AND_OTHERS)
        && words.stream()
            .skip(2)
            .allMatch(t -> t.isWordOfAnyClass(WordClass.LINKING_VERB, WordClass.SUM));
  }

  /**
   * Whether the words before an amount refer to all members that the list does not name:
   * 其余各项支出1,007万元.
   */
  boolean isUnlistedRemainder() {
    return clause.phraseTokens().size() <= MAX_REMAINDER_TOKENS
        && UNLISTED_REMAINDER.matcher(clause.phraseText()).matches();
  }

  /**
   * Whether an amount has no name: the words before it only say that it is the remainder of another
   * amount, 其余540万元, or that it belongs to an account that is not named, and no words after it name
   * it. Also true if the words before it name an amount that contains it: 教育支出中有540万元.
   *
   * @param nextIndex index after the amount
   */
  boolean isUnnamed(int nextIndex) {
    boolean remainder =
        !clause.phraseTokens().isEmpty()
            && clause.phraseTokens().stream().allMatch(WordsAfterAmountReader::isWordForRemainder);
    return WITHIN_NAMED_AMOUNT.matcher(clause.textBefore(clause.tokens().get(nextIndex - 1))).find()
        || ((remainder || isAmountOfUnnamedAccount())
            && wordsAfterAmountReader.findName(nextIndex).isEmpty());
  }

  /** The name after an amount at the end of its clause; empty if there is none. */
  List<ProseToken> findNameAtClauseEnd(int nextIndex) {
    return wordsAfterAmountReader.findName(nextIndex);
  }

  /**
   * Whether an amount without a name that is followed by its purpose is a part of the amount stated
   * before it in the sentence: 安排资金148万元，62万元用于围栏建设.
   *
   * @param tokenIndex index after the amount
   */
  boolean startsListByPurpose(int tokenIndex) {
    return discourse.lists().innermostList() == null
        && clause.phraseTokens().isEmpty()
        && !clause.opensSentence()
        && discourse.topic().subjects().size() == 1
        && discourse.topic().findLatestAmount(discourse.topic().subjects().getFirst(), false)
            != null
        && clause.tokens().size() > tokenIndex + 1
        && clause.tokens().get(tokenIndex).isWordOfClass(WordClass.PURPOSE);
  }

  /**
   * Whether a sentence that has named no account states an amount with only a verb before it,
   * 安排1200万元, after the amount of the topic, so that the amount belongs to an account that is not
   * named.
   */
  private boolean isAmountOfUnnamedAccount() {
    List<Subject> topic = discourse.topic().subjects();
    List<ProseToken> words = clause.phraseTokens();
    if (topic.size() != 1
        || words.isEmpty()
        || discourse.context.textEvaluatesWhole()
        || !discourse.sentence.subjectsOfAmounts.isEmpty()
        || !words.stream().allMatch(t -> t.isWordOfAnyClass(WordClass.VERB, WordClass.STAGE))) {
      return false;
    }
    AmountPhrase phrase = discourse.readPhrase(words);
    Stage stage = phrase.stage();
    DiscourseTopic stated = discourse.topic();
    return phrase.flow().isEmpty()
        && (stage == null
            ? stated.findLatestAmount(topic.getFirst(), false) != null
            : stage == Stage.EXECUTION
                && stated.findAmountAtStage(topic.getFirst(), stage) != null);
  }

  /**
   * Whether the purpose after an amount names it, as a part of the open list or beside the amount
   * of the topic: 30万元用于道路维修, 一是30万元用于道路维修.
   */
  private boolean isNamedByPurpose(int tokenIndex) {
    OpenList scope = discourse.lists().innermostList();
    return clause.phraseTokens().stream()
            .allMatch(t -> t.isWordOfAnyClass(WordClass.VERB, WordClass.OF_WHICH))
        && (scope != null || clause.opensItem() || isAmountOfUnnamedAccount())
        && tokenIndex + 1 < clause.tokens().size()
        && clause.tokens().get(tokenIndex).isWordOfClass(WordClass.PURPOSE)
        && !clause.tokens().subList(tokenIndex, clause.tokens().size()).stream()
            .anyMatch(ProseToken.Numeral.class::isInstance);
  }

  /** Whether a token may name a part of the money, or who gave it. */
  static boolean mayNamePart(ProseToken token) {
    return token instanceof ProseToken.Text
        || token.isWordOfClass(WordClass.FUND)
        || (token instanceof ProseToken.Word word
            && word.type() == WordClass.SCOPE
            && !word.value().equals("OWN"));
  }

  /**
   * Whether the phrase states that funds were received (到位): 资金及时到位39万元, 实际到位资金39万元. Such an amount
   * belongs neither to the topic nor to a plan.
   */
  private boolean saysFundsWereReceived() {
    List<ProseToken> words = clause.phraseTokens();
    if (words.size() < 2 || words.size() > 5) {
      return false;
    }
    ProseToken first = words.getFirst();
    ProseToken last = words.getLast();
    return (first.isWordOfClass(WordClass.NOUN)
            && last.isWordOfClass(WordClass.PLAN)
            && clause.saysMoneyWasReceived(last))
        || (words.size() == 2
            && last.isWordOfClass(WordClass.NOUN)
            && clause.saysMoneyWasReceived(first));
  }

  /** Whether a part of the open list is named only by who paid it: 其中市级财政安排2,600万元. */
  private boolean isNamedByPayer() {
    OpenList list = discourse.lists().innermostList();
    return list != null
        && list.isInline()
        && clause.phraseTokens().size() > 1
        && clause.phraseTokens().getLast() instanceof ProseToken.Word last
        && last.includesPayer()
        && clause.phraseTokens().stream().noneMatch(ProseToken.Name.class::isInstance);
  }

  /** Whether the preceding clause names a part of the open list: 接待检查组，金额0.3万元. */
  private boolean isNamedByClauseBefore() {
    return !discourse.wordsWithoutName.isEmpty()
        && discourse.lists().innermostList() != null
        && !clause.phraseTokens().isEmpty()
        && clause.phraseTokens().stream()
            .allMatch(t -> t.isWordOfAnyClass(WordClass.NOUN, WordClass.VERB));
  }

  /**
   * Whether a phrase without a name begins with the word for the evaluated project itself, so that
   * its amount is no part of the list before it: 项目按照合同进度已支付.
   */
  boolean refersToProject(AmountPhrase phrase) {
    OpenList list = discourse.lists().innermostList();
    Subject whole = list == null || !list.isInline() ? null : list.wholeSubject();
    return whole != null
        && (discourse.context.textEvaluatesProjects()
            || AccountNameResolver.isFundingOfNamedProject(whole))
        && phrase.subjects().isEmpty()
        && phrase.stage() == Stage.EXECUTION
        && EVALUATED_PROJECT.matcher(clause.phraseText()).lookingAt();
  }

  /** Whether the words after an amount say that it was divided among the bodies below: 进行了分解. */
  boolean isAllocatedToBodiesBelow(int nextIndex) {
    List<ProseToken> words = clause.tokens();
    return nextIndex < words.size()
        && ALLOCATED_TO_BODIES_BELOW
            .matcher(clause.text(words.get(nextIndex), words.getLast()))
            .lookingAt();
  }

  /**
   * Whether a phrase that ends in 资金 names no account and no fund, as in 资金150.2万元, while the topic
   * has no subject to which the amount could belong.
   */
  boolean isUnattributedFunding(AmountPhrase phrase) {
    return phrase.subjects().isEmpty()
        && phrase.flow().isEmpty()
        && phrase.fund() == null
        && discourse.topic().subjects().isEmpty()
        && !clause.phraseTokens().isEmpty()
        && clause.text(clause.phraseTokens().getLast()).equals("资金");
  }

  /**
   * Whether the words before the amount start with a word that excludes it from a comparison:
   * 剔除上年一次性收入.
   */
  boolean startsWithExclusion() {
    return !clause.phraseTokens().isEmpty()
        && clause.phraseTokens().getFirst().isWord(WordClass.COMPARISON_BASIS, Lexicon.EXCLUSION);
  }
}
