package org.mingzhang.statement.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Finds the tokens of a phrase that form the name of an amount, without the dates, territories,
 * owners and counts of parts around it.
 *
 * @param projectName name of the project that the text is about, or null
 */
public record AmountNameRangeFinder(
    FoldedText foldedText, AccountNameResolver nameResolver, @Nullable String projectName) {
  /** Value of the words of the lexicon that end a relative clause on an approval: 批准的. */
  static final String RELATIVE_CLAUSE_END = "RELATIVE";

  /**
   * Value, in the lexicon, of words that end a relative clause which selects one of several things
   * and names none: 支出最大的.
   */
  private static final String SELECTION_END = "SUPERLATIVE";

  /** Value of the words of the lexicon that state an approval. */
  public static final String APPROVAL = "APPROVED";

  private static final String BEGINNING_OF_YEAR = "年初";

  /** Maximum number of characters of the body and its meeting before a word for its approval. */
  private static final int MAX_BODY_LENGTH = 30;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AmountNameRangeFinder.class);
  private static final Pattern APPROVING_ASSEMBLY = PATTERNS.get("approving-assembly");
  private static final Pattern INITIAL_FLOW = PATTERNS.get("initial-flow");
  private static final Pattern APPROVING_GOVERNMENT = PATTERNS.get("approving-government");
  private static final Pattern NUMBER_OF_NAMES = PATTERNS.get("number-of-names");
  private static final Pattern COUNT_OF_PARTS = PATTERNS.get("parts");
  private static final Pattern ALL_PROJECTS = PATTERNS.get("all-projects");
  private static final Pattern RUN_IN_TITLE_END = PATTERNS.get("title");

  /**
   * The tokens among which to look for the name, that is, the tokens after the last time, after the
   * territory or owner, after the whole that consists of what is named (收入总计由本年收入), after 根据…情况 or
   * 按…情况, before 已, and before a number of parts such as 三项支出.
   */
  List<ProseToken> find(List<ProseToken> tokens) {
    int from = 0;
    int to = tokens.size();
    boolean basedOn =
        !tokens.isEmpty()
            && (foldedText.hasText(tokens.getFirst(), "根据")
                || tokens.getFirst().isWordOfClass(WordClass.BY));
    for (int i = 0; i < to; i++) {
      ProseToken token = tokens.get(i);
      List<ProseToken> rest = tokens.subList(i + 1, to);
      boolean time = token instanceof ProseToken.Time || token.isWordOfClass(WordClass.PERIOD);
      if (isExclusion(tokens, i)
          || (basedOn && foldedText.hasText(token, "情况"))
          || (time
              && hasNameOrStage(rest)
              && (isRunInHeading(tokens.subList(from, i))
                  || tokens.subList(from, i).stream().noneMatch(this::isKnownName)))) {
        from = i + 1;
      } else if (statesInitialBudget(foldedText, token)
          || (endsApproval(foldedText, token) && hasNameOrStage(rest))
          || ((endsSelection(token) || isComposition(tokens, i) || isTerritoryOrOwner(token))
              && rest.stream().anyMatch(ProseToken::isNameLike))) {
        from = i + 1;
      } else if (foldedText.hasText(token, "已") || foldedText.hasText(token, "已经")) {
        to = i;
      }
    }
    return truncateAtPartCount(tokens.subList(Math.min(from, to), to));
  }

  /** Whether words are a title printed on the same line as its sentence: 财政拨款支出决算总体情况 2021年度…. */
  private boolean isRunInHeading(List<ProseToken> before) {
    return !before.isEmpty()
        && RUN_IN_TITLE_END
            .matcher(foldedText.text(before.getFirst().start(), before.getLast().end()))
            .find();
  }

  /** Whether a token ends a phrase that says what a comparison excludes: 剔除留抵退税因素后. */
  private boolean isExclusion(List<ProseToken> tokens, int tokenIndex) {
    boolean excludes =
        tokens.subList(0, tokenIndex + 1).stream()
            .anyMatch(t -> t.isWord(WordClass.COMPARISON_BASIS, Lexicon.EXCLUSION));
    String word = excludes ? foldedText.text(tokens.get(tokenIndex)) : "";
    return word.endsWith("后") || word.endsWith("因素");
  }

  /** Whether a token is 全省, 我市 or 本部门; not 单位 or 机关, which may be part of a name. */
  private boolean isTerritoryOrOwner(ProseToken token) {
    return token instanceof ProseToken.Word word
        && word.type() == WordClass.SCOPE
        && (word.value().equals("TERRITORY")
            || "我本".indexOf(foldedText.text().charAt(token.start())) >= 0);
  }

  /** Whether a token ends words that select what is named after them: 支出最大的. */
  private static boolean endsSelection(ProseToken token) {
    return token.isWord(WordClass.LINK, SELECTION_END);
  }

  /** Whether a token is 由 after a whole, before the first of the accounts that make it up. */
  private boolean isComposition(List<ProseToken> tokens, int index) {
    return index > 0
        && tokens.get(index).isWordOfClass(WordClass.SPLIT)
        && isKnownName(tokens.get(index - 1));
  }

  /** Whether a token ends words on who approved the amount after it: 县人大批准, 会议批准的. */
  public static boolean endsApproval(FoldedText foldedText, ProseToken token) {
    return (token instanceof ProseToken.Word word && word.value().equals(RELATIVE_CLAUSE_END))
        || findApprovingBody(foldedText, token) != null;
  }

  /**
   * The body that approved the amount after a word, 县人大三次会议批准 and 省政府批准; null if the word does not
   * mean an approval or no approving body is directly before it.
   */
  static @Nullable ApprovingBody findApprovingBody(FoldedText foldedText, ProseToken token) {
    if (!(token instanceof ProseToken.Word word) || !word.value().equals(APPROVAL)) {
      return null;
    }
    String before = foldedText.text(Math.max(0, word.start() - MAX_BODY_LENGTH), word.start());
    return APPROVING_ASSEMBLY.matcher(before).find()
        ? ApprovingBody.ASSEMBLY
        : APPROVING_GOVERNMENT.matcher(before).find() ? ApprovingBody.GOVERNMENT : null;
  }

  /**
   * Whether a token is 年初 before the revenue or expenditure of a fund, which is the initial budget.
   */
  static boolean statesInitialBudget(FoldedText foldedText, ProseToken token) {
    return token instanceof ProseToken.Text
        && INITIAL_FLOW
            .matcher(foldedText.text())
            .region(token.start(), foldedText.text().length())
            .lookingAt()
        && foldedText.hasText(token, BEGINNING_OF_YEAR);
  }

  /** Who approves amounts: the assembly approves budgets, a government also limits and grants. */
  enum ApprovingBody {
    ASSEMBLY,
    GOVERNMENT
  }

  private boolean isKnownName(ProseToken token) {
    return token instanceof ProseToken.Item
        || (token instanceof ProseToken.Name
            && nameResolver.resolve(foldedText.text(token.start(), token.end()), null).isPresent());
  }

  /** Whether tokens contain a name, a stage, 收入 or 支出. */
  private boolean hasNameOrStage(List<ProseToken> tokens) {
    return tokens.stream()
        .anyMatch(
            t ->
                t.isNameLike()
                    || t.isWordOfClass(WordClass.STAGE)
                    || foldedText.hasText(t, "收入")
                    || foldedText.hasText(t, "支出"));
  }

  /**
   * The tokens before a count of parts, such as 三项 or 两个项目; all tokens if there is none, if they
   * name the project of the text, or if the count precedes the ending that joined names share
   * (教育、农林水两项支出); none if they are only a number of projects.
   */
  private List<ProseToken> truncateAtPartCount(List<ProseToken> tokens) {
    if (isNumberOfProjects(tokens)) {
      return List.of();
    }
    if (namesProject(tokens) || endsWithSharedEnding(tokens)) {
      return tokens;
    }
    for (int i = 0; i < tokens.size(); i++) {
      ProseToken token = tokens.get(i);
      if (token instanceof ProseToken.Text || (i > 0 && token instanceof ProseToken.Numeral)) {
        int end = Math.min(tokens.getLast().end(), token.end() + 2);
        Matcher parts = COUNT_OF_PARTS.matcher(foldedText.text(token.start(), end));
        if (parts.find() && token.start() + parts.start() < token.end() && i + parts.start() > 0) {
          List<ProseToken> cut = new ArrayList<>(tokens.subList(0, i));
          if (parts.start() > 0) {
            cut.add(new ProseToken.Text(token.start(), token.start() + parts.start()));
          }
          return cut;
        }
      }
    }
    return tokens;
  }

  /** Whether tokens join several names, the last with the number of the names and their ending. */
  private boolean endsWithSharedEnding(List<ProseToken> tokens) {
    return tokens.stream().anyMatch(ProseToken::isConjunction)
        && tokens.stream()
            .anyMatch(
                t ->
                    t instanceof ProseToken.Text
                        && NUMBER_OF_NAMES.matcher(foldedText.text(t)).find());
  }

  /** Whether tokens contain the name of the project that the text is about: 残疾人“两项补贴”项目. */
  private boolean namesProject(List<ProseToken> tokens) {
    return projectName != null
        && !tokens.isEmpty()
        && foldedText.text(tokens.getFirst().start(), tokens.getLast().end()).contains(projectName);
  }

  /** Whether tokens are a number of projects and a stage: 三个项目年初预算数. */
  private boolean isNumberOfProjects(List<ProseToken> tokens) {
    if (tokens.isEmpty()) {
      return false;
    }
    int start = tokens.getFirst().start();
    Matcher projects = ALL_PROJECTS.matcher(foldedText.text(start, tokens.getLast().end()));
    return projects.lookingAt()
        && tokens.stream().noneMatch(t -> t.end() > start + projects.end() && t.isNameLike());
  }
}
