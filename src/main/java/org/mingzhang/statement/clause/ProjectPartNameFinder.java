package org.mingzhang.statement.clause;

import java.util.List;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * Finds the words that name a part of a list as projects of a kind, which have no name of their
 * own. Reads the clause that is being parsed and does not change its state.
 */
final class ProjectPartNameFinder {
  private static final String PROJECTS = "项目";

  private final ClauseState clause;
  private final DiscourseState discourse;

  ProjectPartNameFinder(ClauseState clause, DiscourseState discourse) {
    this.clause = clause;
    this.discourse = discourse;
  }

  /** Whether a phrase names a part of the open list only as the projects of a year: 其中当年项目90万元. */
  boolean namesProjectsOfYear() {
    List<ProseToken> words = clause.phraseTokens();
    OpenList list = discourse.lists().innermostList();
    return list != null
        && list.isInline()
        && words.size() == 2
        && words.getFirst().isWordOfClass(WordClass.YEAR)
        && clause.text(words.getLast()).equals(PROJECTS);
  }

  /**
   * The words that name the projects of an amount which follows the number of these projects and is
   * a part of the open list: 上年结转项目 in 其中上年结转项目3个30万元. Empty for other amounts.
   */
  List<ProseToken> findCountedProjects(int amountIndex) {
    OpenList list = discourse.lists().innermostList();
    boolean counted =
        list != null
            && list.isInline()
            && clause.phraseTokens().isEmpty()
            && amountIndex > 1
            && clause.tokens().get(amountIndex - 1) instanceof ProseToken.Numeral number
            && number.measure() == Quantity.Measure.COUNT
            && clause.text(clause.tokens().get(amountIndex - 2)).endsWith(PROJECTS);
    return !counted
        ? List.of()
        : clause.tokens().subList(0, amountIndex - 1).stream()
            .filter(token -> !token.isWordOfClass(WordClass.OF_WHICH))
            .toList();
  }

  /**
   * Index of the second stage in a phrase of the open list that begins with a stage, 项目 and a
   * stage, where the first two name the part: 2 in 其中部门预算项目执行89.90万元; 0 for other phrases.
   */
  int indexAfterBudgetedProjects() {
    List<ProseToken> words = clause.phraseTokens();
    return discourse.lists().innermostList() != null
            && words.size() > 2
            && words.getFirst().isWordOfClass(WordClass.STAGE)
            && words.get(2).isWordOfClass(WordClass.STAGE)
            && clause.text(words.get(1)).equals(PROJECTS)
        ? 2
        : 0;
  }
}
