package org.mingzhang.statement;

import java.util.List;
import java.util.Optional;

/** Finds a project whose name in a phrase is followed by a word for projects: “修缮库房”项目. */
final class NamedProjectFinder {
  private static final String PROJECT = "项目";
  private static final String PROGRAM = "专项";

  /** Minimum number of characters of the name of a project. */
  private static final int MIN_NAME_LENGTH = 3;

  private final FoldedText folded;
  private final AccountNameResolver names;
  private final ChartNameFinder finder;

  /** Whether the text evaluates projects. */
  private final boolean evaluates;

  NamedProjectFinder(
      FoldedText folded, AccountNameResolver names, ChartNameFinder finder, boolean evaluates) {
    this.folded = folded;
    this.names = names;
    this.finder = finder;
    this.evaluates = evaluates;
  }

  /**
   * Finds a project named before a word for a stage, an allocation or its cost: “修缮库房”项目全年预算数,
   * 两项补贴项目下达资金, 跑道更新项目总投资.
   */
  Optional<Subject> find(List<ProseToken> core) {
    for (int i = 0; i + 1 < core.size(); i++) {
      boolean whole = isNameOfProgram(core.get(i));
      boolean staged =
          (whole || (i > 0 && folded.hasText(core.get(i), PROJECT)))
              && startsAmountOfProject(core.get(i + 1))
              && core.subList(i + 1, core.size()).stream()
                  .noneMatch(AmountNameRangeFinder::isNameLike);
      int from = i;
      while (staged
          && from > 0
          && (core.get(from - 1) instanceof ProseToken.Text
              || core.get(from - 1) instanceof ProseToken.Name
              || isInsideProjectName(core, from - 1))) {
        from--;
      }
      boolean kind =
          staged
              && !whole
              && from < i
              && NameBoundaryDetector.isIncompleteProjectName(
                  folded.text(core.get(from).start(), core.get(i - 1).end()));
      int last = whole || kind ? i : i - 1;
      if (staged
          && core.subList(from, last + 1).stream().anyMatch(ProseToken.Text.class::isInstance)) {
        from = from == 1 && core.getFirst().isWordOfClass(WordClass.POSITION) ? 0 : from;
        String name = folded.text(core.get(from).start(), core.get(last).end());
        return name.length() < MIN_NAME_LENGTH
            ? Optional.empty()
            : Optional.of(
                names.projectFunding(
                    name.replaceAll("[“”\"]", ""), finder.spanOf(core.get(from), core.get(last))));
      }
    }
    return Optional.empty();
  }

  /** Whether words are the name of a program in a text that evaluates projects: 文化惠民专项. */
  private boolean isNameOfProgram(ProseToken token) {
    return evaluates
        && token instanceof ProseToken.Text
        && token.end() - token.start() > PROGRAM.length()
        && folded.text(token).endsWith(PROGRAM);
  }

  private static boolean startsAmountOfProject(ProseToken after) {
    return after.isWordOfClass(WordClass.STAGE)
        || (after instanceof ProseToken.Word word
            && (TentativeAmountDetector.isTotalProjectCostWord(word)
                || TentativeAmountDetector.isPlannedAmountWord(word)
                || (word.type() == WordClass.VERB
                    && word.value().equals(UnlistedAccountReader.ALLOCATED))));
  }

  /**
   * Whether a conjunction or a word of change is part of a project's name: 重点专科建设及设备更新项目,
   * 公路治超信息化项目.
   */
  private static boolean isInsideProjectName(List<ProseToken> core, int i) {
    ProseToken word = core.get(i);
    return i > 0
        && core.get(i - 1) instanceof ProseToken.Text before
        && before.end() == word.start()
        && ((word.isConjunction() && word.isWordOfClass(WordClass.LINK))
            || word.isWordOfClass(WordClass.UP)
            || word.isWordOfClass(WordClass.DOWN));
  }
}
