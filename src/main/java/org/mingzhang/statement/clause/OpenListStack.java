package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Subject;

/** The lists that are open at a position of a text, the innermost last. */
final class OpenListStack {
  /**
   * Maximum depth of lists within a sentence: if as many lists are open, a further list is read as
   * a sibling of the innermost one instead of a part of it.
   */
  private static final int MAX_OPEN_LISTS = 8;

  private final List<Statement> statements;
  private final ListMembership membership;
  private final ListTotalResolver totalResolver;
  private final List<OpenList> lists = new ArrayList<>();

  OpenListStack(ChartOfAccounts chart, List<Statement> statements) {
    this.statements = statements;
    this.membership = new ListMembership(chart, statements);
    this.totalResolver = new ListTotalResolver(chart);
  }

  @Nullable OpenList innermostList() {
    return lists.isEmpty() ? null : lists.getLast();
  }

  void openList(OpenList scope) {
    if (lists.size() >= MAX_OPEN_LISTS && lists.getLast().isInline()) {
      closeInnermost(false);
    }
    lists.add(scope);
  }

  /** Whether neither a list within a sentence nor a bracket is open. */
  boolean isOutsideSentenceList() {
    return lists.isEmpty() || lists.getLast().level > 0;
  }

  /** Closes the innermost list, of which there must be one. */
  void closeInnermostList() {
    closeInnermost(false);
  }

  /** Closes the lists within the sentence, up to an open bracket or a numbered list. */
  void closeSentenceLists() {
    while (!lists.isEmpty() && lists.getLast().isInline()) {
      closeInnermost(false);
    }
  }

  /**
   * Closes the lists of the sentence to which an account cannot belong, such as a list of its
   * counterpart: 基金收入86亿元，其中：财政补贴21亿元；基金支出79亿元.
   */
  void closeListsOfCounterpart(Subject subject) {
    while (!lists.isEmpty() && lists.getLast().isInline()) {
      if (!membership.isExcluded(subject, lists.getLast())) {
        return;
      }
      closeInnermost(false);
    }
  }

  /**
   * Closes the innermost bracket and the lists in it. If no bracket is open, closes the lists
   * within the sentence.
   */
  void closeBracket() {
    while (!lists.isEmpty()) {
      boolean bracket = lists.getLast().inBrackets;
      if (lists.getLast().level > 0) {
        return;
      }
      closeInnermost(false);
      if (bracket) {
        return;
      }
    }
  }

  /**
   * Closes all lists.
   *
   * @param isTextCutOff whether the text ends before the lists do
   */
  void closeAll(boolean isTextCutOff) {
    while (!lists.isEmpty()) {
      closeInnermost(isTextCutOff);
    }
  }

  /** A topic, followed by the wholes of the open lists from the innermost outwards. */
  List<DiscourseTopic> topicAndEnclosingWholes(DiscourseTopic topic) {
    List<DiscourseTopic> around = new ArrayList<>(List.of(topic));
    for (OpenList scope : lists.reversed()) {
      if (!around.contains(scope.outerTopic)) {
        around.add(scope.outerTopic);
      }
    }
    return around;
  }

  /** The whole of the outermost list within the sentence; the topic if none is open. */
  DiscourseTopic wholeOfOutermostInlineList(DiscourseTopic topic) {
    DiscourseTopic whole = topic;
    for (OpenList scope : lists.reversed()) {
      if (!scope.isInline()) {
        break;
      }
      whole = scope.outerTopic;
    }
    return whole;
  }

  /**
   * The innermost list if the text has just divided its whole, see {@link
   * OpenList#hasJustDividedWhole}; otherwise null.
   */
  @Nullable OpenList listJustDividingWhole() {
    OpenList list = innermostList();
    return list != null && list.hasJustDividedWhole(statements, 2) ? list : null;
  }

  /**
   * The innermost list if it is within a sentence and a semicolon has just ended it: the parts
   * before its first semicolon are several, or all parts add up to the whole. Otherwise null.
   */
  @Nullable OpenList listEndedBySemicolon() {
    OpenList list = innermostList();
    return list != null
            && (list.isFollowedByFirstSemicolon() || list.hasJustDividedWhole(statements, 1))
        ? list
        : null;
  }

  /**
   * Closes the innermost list and, if it has members, adds its statements to the section and its
   * parts to the outer lists. The whole is removed if the members are not its parts, or replaced by
   * a total that includes all of them.
   */
  private void closeInnermost(boolean isTextCutOff) {
    OpenList scope = lists.removeLast();
    if (membership.belongsToEarlierWhole(scope)
        || ListMembership.dividesUnnamedProjectFunding(scope)) {
      scope.clearWhole();
    }
    if (!scope.isEmpty()) {
      for (OpenList outer : lists) {
        outer.absorbInnerList(scope);
      }
      for (ItemList list : scope.toListStatements(isTextCutOff)) {
        ItemList read = totalResolver.withTotalAsWhole(list);
        int whole = read.equals(list) ? -1 : statements.lastIndexOf(list.whole());
        if (whole >= 0) {
          statements.set(whole, Objects.requireNonNull(read.whole()));
        }
        statements.add(read);
      }
    }
  }

  /**
   * Returns the list whose items have marks of a level. Closes the lists within it and, if there is
   * no such list, opens one.
   */
  OpenList getOrOpenListAtLevel(int level, DiscourseTopic headingTopic, List<Statement> wholes) {
    while (!lists.isEmpty() && lists.getLast().level != level) {
      if (lists.getLast().level > 0 && lists.getLast().level < level) {
        break;
      }
      closeInnermost(false);
    }
    OpenList top = innermostList();
    if (top == null || top.level != level) {
      top = new OpenList(Statement.ListIntroduction.NUMBERED, headingTopic, wholes, level);
      lists.add(top);
    }
    return top;
  }

  /**
   * Adds a statement to the innermost list if it belongs to an item of it. A clause that names its
   * subject itself first closes the inner lists to which the subject does not belong.
   *
   * @param namesSubjectItself whether the clause names its subject itself
   */
  void addPart(Statement statement, Subject subject, boolean namesSubjectItself) {
    if (namesSubjectItself) {
      closeInnerLists(subject);
    }
    OpenList scope = innermostList();
    if (scope == null) {
      return;
    }
    if (scope.level > 0) {
      addPartToNumberedList(scope, statement, subject);
    } else if (namesSubjectItself
        || (scope.itemSubject != null && subject.isSameAs(scope.itemSubject))) {
      scope.itemSubject = subject;
      scope.addPart(statement);
    }
  }

  private static void addPartToNumberedList(OpenList scope, Statement statement, Subject subject) {
    Subject whole = scope.wholeSubject();
    Subject heading = scope.headingSubject;
    if (scope.awaitsPart && heading != null && !subject.isSameAs(heading)) {
      // amounts below the heading of an item that has no amount of its own are parts of that item
      scope.awaitsPart = false;
      scope.itemSubject = null;
      scope.hasPartWithoutAmount = true;
    } else if (scope.awaitsPart && (whole == null || !subject.isSameAs(whole))) {
      scope.awaitsPart = false;
      scope.itemSubject = subject;
      scope.addPart(statement);
    } else if (!scope.awaitsPart
        && scope.itemSubject != null
        && subject.isSameAs(scope.itemSubject)) {
      scope.addPart(statement);
    }
  }

  /** Replaces a statement by a more complete version. */
  void replace(Statement before, Statement now) {
    lists.forEach(s -> s.replace(before, now));
  }

  /**
   * Closes inner lists to which a subject does not belong if it belongs to an outer list. The first
   * subject after 其中 belongs to the part of the outer list that is directly before 其中.
   */
  private void closeInnerLists(Subject subject) {
    while (lists.size() > 1 && lists.getLast().isInline()) {
      OpenList inner = lists.getLast();
      OpenList outer = lists.get(lists.size() - 2);
      boolean opens = inner.isEmpty() && inner.followsAmount && !outer.isEmpty();
      if (opens || outer.level > 0 || membership.belongsToInnerList(subject, inner, outer)) {
        return;
      }
      closeInnermost(false);
    }
  }
}
