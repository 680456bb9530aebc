package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.ResolvedName;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Finds the account of an amount that the clause says is carried over to another year or moved to
 * another budget: 尚有8570万元结转2025年使用. Reads the clause that is being parsed and does not change its
 * state.
 */
final class CarryoverAccountFinder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CarryoverAccountFinder.class);
  private static final String CARRIED_OVER = "结转";
  private static final Pattern REMAINING_AMOUNT = PATTERNS.get("remaining-amount");
  private static final String CARRIED_OVER_ACCOUNT =
      PATTERNS.getWords("carried-over-account").iterator().next();
  private static final Pattern BROUGHT_FORWARD = PATTERNS.get("brought-forward");
  private static final Pattern NEXT_YEAR_WORD = PATTERNS.get("year-after");

  private final ClauseState clause;
  private final DiscourseState discourse;

  CarryoverAccountFinder(ClauseState clause, DiscourseState discourse) {
    this.clause = clause;
    this.discourse = discourse;
  }

  /**
   * The account of an amount that is carried over to another year, 尚有8570万元结转2025年使用, also if the
   * next clause says so, or moved to another budget. Null if the words after the amount do not say
   * so, or if they name no account of the chart and the words before it contain a name.
   *
   * @param nextIndex index after the amount
   */
  @Nullable Subject findCarryoverOrTransferAccount(int nextIndex) {
    List<ProseToken> words = clause.tokens();
    if (discourse.clauseContext.nextClauseCarriesOver()
        && !clause.phraseTokens().isEmpty()
        && !namesBalanceOfProject()
        && REMAINING_AMOUNT.matcher(clause.phraseText()).matches()) {
      return resolveAccount(CARRIED_OVER_ACCOUNT);
    }
    if (nextIndex >= words.size() || namesBalanceOfProject()) {
      return null;
    }
    int verb = nextIndex;
    while (verb + 1 < words.size() && words.get(verb).isWordOfClass(WordClass.NOUN)) {
      // Nouns may stand between the amount and the words of its carryover: 12万元指标由财政收回.
      verb++;
    }
    ProseToken after = words.get(verb);
    String account =
        after instanceof ProseToken.Word word
                && (word.type() == WordClass.TRANSFERRED || isCarryoverToYear(verb))
            ? word.value()
            : isNamedByCarryoverWords(verb) ? clause.text(after) : "";
    return account.isEmpty() ? null : resolveAccount(account);
  }

  /**
   * The topic to which a budget without a name belongs after the balance carried over into it: the
   * account before 上年结转, 项目支出上年结转35万元，年初预算100万元, or the topic before the balance. Null if the
   * clause states no such balance or no such budget follows it.
   */
  @Nullable DiscourseTopic findTopicOfBudgetAfterBalance() {
    Matcher balance = BROUGHT_FORWARD.matcher(clause.phraseText());
    if (!discourse.clauseContext.nextClauseStatesUnnamedBudget() || !balance.matches()) {
      return null;
    }
    return discourse
        .nameResolver()
        .resolve(balance.group("account"), null)
        .map(account -> new DiscourseTopic(List.of(account.subject())))
        .orElse(discourse.topic());
  }

  /** The account of a name; null if the chart does not have it and other words name the amount. */
  private @Nullable Subject resolveAccount(String account) {
    return discourse
        .nameResolver()
        .resolve(account, null)
        .map(ResolvedName::subject)
        .orElseGet(() -> hasNoName() ? Subject.ofUnlistedName(account, null) : null);
  }

  /** Whether the words before the amount name what is left of the money of an evaluated project. */
  private boolean namesBalanceOfProject() {
    return discourse.context.textEvaluatesProjects()
        && !clause.phraseTokens().isEmpty()
        && Lexicon.standard().accountOfProjectMoney(clause.text(clause.phraseTokens().getLast()))
            != null;
  }

  /** Whether an amount without any other name is named by the balance after it: 其中8万元结转下年使用. */
  private boolean isNamedByCarryoverWords(int nextIndex) {
    List<ProseToken> words = clause.tokens();
    return words.get(nextIndex) instanceof ProseToken.Name
        && clause.text(words.get(nextIndex)).startsWith(CARRIED_OVER)
        && words.stream().filter(ProseToken.Numeral.class::isInstance).count() == 1
        && hasNoName();
  }

  /** Whether the words before an amount contain no name. */
  private boolean hasNoName() {
    return clause.phraseTokens().stream()
        .noneMatch(t -> t instanceof ProseToken.Name || t instanceof ProseToken.Text);
  }

  private boolean isCarryoverToYear(int nextIndex) {
    List<ProseToken> words = clause.tokens();
    return nextIndex + 1 < words.size()
        && words.get(nextIndex).isWordOfClass(WordClass.CARRIED_OVER)
        && (words.get(nextIndex + 1) instanceof ProseToken.Time
            || words.get(nextIndex + 1).isWordOfClass(WordClass.YEAR)
            || NEXT_YEAR_WORD.matcher(clause.text(words.get(nextIndex + 1))).lookingAt());
  }
}
