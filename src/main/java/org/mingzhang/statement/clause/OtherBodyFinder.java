package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.phrase.InheritedContext;
import org.mingzhang.statement.phrase.OwnAgencyMatcher;
import org.mingzhang.statement.token.Clause;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Finds the public body to which the amounts of a clause belong if the clause begins with the name
 * of a body other than the document's own: 主管部门县教育局2025年机关运行经费支出预算96.8万元. The body holds for the
 * following clauses of the sentence until one names another body, or the document's own. Not used
 * for governments' reports and evaluations of projects, where bodies are payers and recipients.
 */
final class OtherBodyFinder {
  /** Maximum number of characters of a name with the words around it. */
  private static final int MAX_NAME_LENGTH = 40;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(OtherBodyFinder.class);
  private static final Pattern OTHER_BODY = PATTERNS.get("other-body");
  private static final Pattern PLACE_OF_BODY = PATTERNS.get("place-of-body");
  private static final Pattern OWN_BODY = PATTERNS.get("own-body");
  private static final Pattern MONEY_OF_OTHERS = PATTERNS.get("money-of-others");

  private final FoldedText foldedText;
  private final Lexicon lexicon = Lexicon.standard();

  OtherBodyFinder(FoldedText foldedText) {
    this.foldedText = foldedText;
  }

  /**
   * The body other than the document's own to which the amounts of a clause belong.
   *
   * @param inherited the body of the preceding clause of the sentence, or null
   * @return null if the amounts are the document's own
   */
  @Nullable String find(Clause clause, @Nullable String inherited, InheritedContext context) {
    if (context.agency() == null
        || context.chart() == ChartOfAccounts.governments()
        || context.textEvaluatesProjects()) {
      return null;
    }
    String named = findNameAtStart(clause.tokens());
    if (named != null) {
      return new OwnAgencyMatcher(lexicon, context).isOwnAgency(named) ? null : named;
    }
    return inherited != null && clause.tokens().stream().anyMatch(this::namesOwnBody)
        ? null
        : inherited;
  }

  /**
   * The longest name of another body at the start of the tokens, if the name of an account, a fund
   * or a stage follows it, directly or after a time. Money that the document's own body only holds
   * for others (代管资金) before its balance or flow counts as such a name. Null for other words, such
   * as the name of a body that grants money.
   */
  private @Nullable String findNameAtStart(List<ProseToken> tokens) {
    int from = endOfTimes(tokens, 0);
    Matcher held = MONEY_OF_OTHERS.matcher(foldedText.text());
    if (from < tokens.size()
        && held.region(tokens.get(from).start(), foldedText.text().length()).lookingAt()) {
      return held.group("name");
    }
    int to = from;
    while (to < tokens.size()
        && isWordOfName(tokens.get(to))
        && tokens.get(to).end() - tokens.get(from).start() <= MAX_NAME_LENGTH) {
      to++;
    }
    for (; to > from; to--) {
      int next = endOfTimes(tokens, to);
      if (next < tokens.size() && startsName(tokens.get(next))) {
        String name =
            readName(
                foldedText.text(tokens.get(from).start(), tokens.get(to - 1).end()), next > to);
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  /**
   * The name of a body in words, without words for its own office or for all its units; only the
   * word for its kind, such as 主管部门, if no name follows it; null if the words name no body.
   *
   * @param isFollowedByTime whether a time follows, so that the words cannot be part of an
   *     account's name
   */
  private @Nullable String readName(String words, boolean isFollowedByTime) {
    Matcher body = OTHER_BODY.matcher(words);
    if (!body.matches()) {
      return null;
    }
    String name = body.group("name");
    String kind = body.group("kind");
    if (name.isEmpty()) {
      return kind;
    }
    boolean named =
        isFollowedByTime
            || kind != null
            || body.group("of") != null
            || PLACE_OF_BODY.matcher(name).lookingAt();
    return named
            && lexicon.hasEnding(WordClass.ENTITY, name)
            && !lexicon.isEnding(WordClass.ENTITY, name)
        ? name
        : null;
  }

  private static int endOfTimes(List<ProseToken> tokens, int from) {
    int end = from;
    while (end < tokens.size()
        && (tokens.get(end) instanceof ProseToken.Time
            || tokens.get(end).isWordOfClass(WordClass.YEAR))) {
      end++;
    }
    return end;
  }

  private static boolean isWordOfName(ProseToken token) {
    return !(token instanceof ProseToken.Time
        || token instanceof ProseToken.Numeral
        || token instanceof ProseToken.Item
        || token instanceof ProseToken.Mark);
  }

  private static boolean startsName(ProseToken token) {
    return token instanceof ProseToken.Name
        || token.isWordOfAnyClass(WordClass.FUND, WordClass.STAGE, WordClass.NOUN);
  }

  private boolean namesOwnBody(ProseToken token) {
    return token.isWordOfClass(WordClass.SCOPE)
        && OWN_BODY.matcher(foldedText.text(token)).lookingAt();
  }
}
