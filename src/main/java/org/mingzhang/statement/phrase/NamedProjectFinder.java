package org.mingzhang.statement.phrase;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/** Finds a project whose name in a phrase is followed by a word for projects: “修缮库房”项目. */
public final class NamedProjectFinder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(NamedProjectFinder.class);
  private static final Pattern EXAMPLE_WORD = PATTERNS.get("example");

  /** Words for any project, which name no particular project. */
  private static final Pattern ANY_PROJECT = PATTERNS.get("project-noun");

  private static final String PROJECT = "项目";
  private static final String PROGRAM_SUFFIX = "专项";

  /** Minimum number of characters of the name of a project. */
  private static final int MIN_NAME_LENGTH = 3;

  private final FoldedText foldedText;
  private final AccountNameResolver nameResolver;
  private final ChartNameFinder chartNameFinder;

  /** Whether the text evaluates projects. */
  private final boolean textEvaluatesProjects;

  NamedProjectFinder(
      FoldedText foldedText,
      AccountNameResolver nameResolver,
      ChartNameFinder chartNameFinder,
      boolean textEvaluatesProjects) {
    this.foldedText = foldedText;
    this.nameResolver = nameResolver;
    this.chartNameFinder = chartNameFinder;
    this.textEvaluatesProjects = textEvaluatesProjects;
  }

  /**
   * Finds a project named before a word for a stage, an allocation or its cost, “修缮库房”项目全年预算数,
   * 两项补贴项目下达资金, 跑道更新项目总投资, and returns the subject for its funding. Empty if there is none, or its
   * name has fewer than {@link #MIN_NAME_LENGTH} characters or is a word for any project:
   * 主要项目安排情况是.
   */
  Optional<Subject> find(List<ProseToken> nameTokens) {
    for (int i = 0; i + 1 < nameTokens.size(); i++) {
      boolean whole = isNameOfProgram(nameTokens.get(i));
      boolean staged =
          (whole || (i > 0 && foldedText.hasText(nameTokens.get(i), PROJECT)))
              && startsAmountOfProject(nameTokens.get(i + 1))
              && nameTokens.subList(i + 1, nameTokens.size()).stream()
                  .noneMatch(ProseToken::isNameLike);
      int from = i;
      while (staged
          && from > 0
          && (nameTokens.get(from - 1) instanceof ProseToken.Text
              || nameTokens.get(from - 1) instanceof ProseToken.Name
              || isInsideProjectName(nameTokens, from - 1))) {
        from--;
      }
      boolean kind =
          staged
              && !whole
              && from < i
              && NameBoundaryDetector.isIncompleteProjectName(
                  foldedText.text(nameTokens.get(from).start(), nameTokens.get(i - 1).end()));
      int last = whole || kind ? i : i - 1;
      List<ProseToken> named = staged ? nameTokens.subList(from, last + 1) : List.of();
      if (named.stream().anyMatch(ProseToken.Text.class::isInstance) || isNamedAsItem(named)) {
        from = from == 1 && nameTokens.getFirst().isWordOfClass(WordClass.WITHIN) ? 0 : from;
        String name = foldedText.text(nameTokens.get(from).start(), nameTokens.get(last).end());
        return name.length() < MIN_NAME_LENGTH || isAnyProject(name)
            ? Optional.empty()
            : Optional.of(
                nameResolver.projectFunding(
                    EXAMPLE_WORD.matcher(name.replaceAll("[“”\"]", "")).replaceFirst(""),
                    chartNameFinder.spanOf(nameTokens.get(from), nameTokens.get(last))));
      }
    }
    return Optional.empty();
  }

  /** Whether words are the name of a program in a text that evaluates projects: 文化惠民专项. */
  private boolean isNameOfProgram(ProseToken token) {
    return textEvaluatesProjects
        && token instanceof ProseToken.Text
        && token.end() - token.start() > PROGRAM_SUFFIX.length()
        && foldedText.text(token).endsWith(PROGRAM_SUFFIX);
  }

  /**
   * Whether an evaluated project has the name of an item of the functional classification, so that
   * the words for it are no account: 残疾人康复项目.
   */
  private boolean isNamedAsItem(List<ProseToken> named) {
    return textEvaluatesProjects
        && named.size() == 1
        && named.getFirst() instanceof ProseToken.Name
        && !foldedText.text(named.getFirst()).endsWith(FunctionalItemResolver.EXPENDITURE)
        && !BudgetClassification.functional()
            .findByPrintedName(foldedText.text(named.getFirst()))
            .isEmpty();
  }

  private static boolean startsAmountOfProject(ProseToken after) {
    return after.isWordOfClass(WordClass.STAGE)
        || (after instanceof ProseToken.Word word
            && (word.isTotalProjectCost()
                || word.isPlannedAmount()
                || (word.type() == WordClass.VERB && word.isAllocation())));
  }

  /**
   * Whether a conjunction, a word of change or a noun such as 经费 is part of a project's name:
   * 重点专科建设及设备更新项目, 公路治超信息化项目, 专职消防员经费项目.
   */
  private static boolean isInsideProjectName(List<ProseToken> nameTokens, int tokenIndex) {
    ProseToken word = nameTokens.get(tokenIndex);
    return tokenIndex > 0
        && nameTokens.get(tokenIndex - 1) instanceof ProseToken.Text before
        && before.end() == word.start()
        && ((word.isConjunction() && word.isWordOfClass(WordClass.LINK))
            || word.isWordOfAnyClass(WordClass.UP, WordClass.DOWN, WordClass.NOUN));
  }

  /** Whether a name is a word for any project, 项目, 重点项目, and so the name of none. */
  public static boolean isAnyProject(String name) {
    return ANY_PROJECT.matcher(name).matches();
  }
}
