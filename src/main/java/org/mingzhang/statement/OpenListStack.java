package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Statement.ItemList;

/** The lists that are open at a position of a text, the innermost last. */
final class OpenListStack {
  /**
   * Maximum number of preceding statements that are searched for the account of a whole, which
   * bounds the work for each clause.
   */
  private static final int MAX_STATEMENTS_BACK = 60;

  /** Maximum number of open lists; a deeper list is read as a sibling of the innermost one. */
  private static final int MAX_OPEN_LISTS = 8;

  private final ChartOfAccounts chart;
  private final List<Statement> statements;
  private final ListTotalResolver totals;
  private final List<OpenList> scopes = new ArrayList<>();

  OpenListStack(ChartOfAccounts chart, List<Statement> statements) {
    this.chart = chart;
    this.statements = statements;
    this.totals = new ListTotalResolver(chart);
  }

  @Nullable OpenList innermostList() {
    return scopes.isEmpty() ? null : scopes.getLast();
  }

  void openList(OpenList scope) {
    if (scopes.size() >= MAX_OPEN_LISTS && scopes.getLast().isInline()) {
      closeInnermost(false);
    }
    scopes.add(scope);
  }

  /** Whether neither a list within a sentence nor a bracket is open. */
  boolean isOutsideSentenceList() {
    return scopes.isEmpty() || scopes.getLast().level > 0;
  }

  /** Closes the innermost list, of which there must be one. */
  void closeInnermostList() {
    closeInnermost(false);
  }

  /** Closes the lists within the sentence, up to an open bracket or a numbered list. */
  void closeSentenceLists() {
    while (!scopes.isEmpty() && scopes.getLast().isInline()) {
      closeInnermost(false);
    }
  }

  /**
   * Closes the lists of the sentence to which an account cannot belong: the whole is its
   * counterpart, lies beside it in the chart, or has the same name: 基金收入86亿元，其中：财政补贴21亿元；基金支出79亿元.
   */
  void closeListsOfCounterpart(Subject subject) {
    while (!scopes.isEmpty() && scopes.getLast().isInline()) {
      Subject whole = scopes.getLast().wholeSubject();
      if (whole == null
          || !(AccountRelations.areCounterparts(whole, subject)
              || isSiblingOfCurrentYearWhole(subject, whole)
              || (!subject.charted()
                  && !scopes.getLast().isEmpty()
                  && haveSameName(subject, whole)))) {
        return;
      }
      closeInnermost(false);
    }
  }

  /**
   * Whether the chart has a subject beside the whole, so that it cannot be a part of the whole:
   * 本年收入22,808.01万元，包括：…；上年结转结余1,156.37万元. Applies only to amounts of the current year (本年), since
   * 收入合计 may mean the total of both.
   */
  private boolean isSiblingOfCurrentYearWhole(Subject subject, Subject whole) {
    String parent = parentOf(whole);
    boolean ofYear = whole.printedName().startsWith("本年") || whole.printedName().startsWith("当年");
    return ofYear
        && parent != null
        && parent.equals(parentOf(subject))
        && !whole.account().equals(subject.account());
  }

  /**
   * Whether two subjects have the same fund, no entity and the same name: 调增事项243万元，包括…；调减事项76万元.
   */
  private static boolean haveSameName(Subject one, Subject other) {
    return one.fund() == other.fund()
        && one.entity() == null
        && other.entity() == null
        && nameOf(one).equals(nameOf(other));
  }

  private static String nameOf(Subject subject) {
    String item = subject.item();
    return item == null ? subject.account() : item;
  }

  /**
   * Closes the innermost bracket and the lists in it. If no bracket is open, closes the lists
   * within the sentence.
   */
  void closeBracket() {
    while (!scopes.isEmpty()) {
      boolean bracket = scopes.getLast().inBrackets;
      if (scopes.getLast().level > 0) {
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
   * @param cutOff whether the text ends before the lists do
   */
  void closeAll(boolean cutOff) {
    while (!scopes.isEmpty()) {
      closeInnermost(cutOff);
    }
  }

  /** A topic, followed by the wholes of the open lists from the innermost outwards. */
  List<DiscourseTopic> topicAndEnclosingWholes(DiscourseTopic topic) {
    List<DiscourseTopic> around = new ArrayList<>(List.of(topic));
    for (OpenList scope : scopes.reversed()) {
      if (!around.contains(scope.outerTopic)) {
        around.add(scope.outerTopic);
      }
    }
    return around;
  }

  /** The whole of the outermost list within the sentence; the topic if none is open. */
  DiscourseTopic wholeOfOutermostInlineList(DiscourseTopic topic) {
    DiscourseTopic whole = topic;
    for (OpenList scope : scopes.reversed()) {
      if (!scope.isInline()) {
        break;
      }
      whole = scope.outerTopic;
    }
    return whole;
  }

  /**
   * Whether all members are parts of an account stated earlier and not of the apparent whole of the
   * list: 税收收入 and 非税收入 after 财政总收入 and 一般公共预算收入.
   */
  private boolean belongsToEarlierWhole(OpenList scope) {
    Subject whole = scope.wholeSubject();
    List<Subject> members = scope.memberSubjects();
    String parent = members.isEmpty() ? null : parentOf(members.getFirst());
    return whole != null
        && !whole.charted()
        && parent != null
        && members.stream().allMatch(m -> parent.equals(parentOf(m)))
        && statements.reversed().stream()
            .limit(MAX_STATEMENTS_BACK)
            .map(OpenList::operandOf)
            .filter(Objects::nonNull)
            .flatMap(operand -> operand.subject().uniqueValue().stream())
            .anyMatch(s -> s.account().equals(parent) && s.item() == null);
  }

  private @Nullable String parentOf(Subject subject) {
    return subject.charted() && subject.item() == null
        ? chart.findAccount(subject.account()).map(Account::parentName).orElse(null)
        : null;
  }

  /**
   * Whether the whole of a list is the funding of projects of which only the number is stated. The
   * amount may be their budget or what they spent, so it cannot be compared with the sum of the
   * parts.
   */
  private static boolean isListOfUnnamedFunding(OpenList scope) {
    Subject whole = scope.wholeSubject();
    return whole != null && AccountNameResolver.isFundingOfUnnamedProjects(whole);
  }

  /**
   * Closes the innermost list and, if it has members, adds its statements to those of the section
   * and its parts to the outer lists. The whole is removed if the members are not its parts, or
   * replaced by a total that includes all of them.
   */
  private void closeInnermost(boolean cutOff) {
    OpenList scope = scopes.removeLast();
    if (belongsToEarlierWhole(scope) || isListOfUnnamedFunding(scope)) {
      scope.clearWhole();
    }
    if (!scope.isEmpty()) {
      for (OpenList outer : scopes) {
        outer.absorbInnerList(scope);
      }
      for (ItemList list : scope.toListStatements(cutOff)) {
        ItemList read = totals.withTotalAsWhole(list);
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
    while (!scopes.isEmpty() && scopes.getLast().level != level) {
      if (scopes.getLast().level > 0 && scopes.getLast().level < level) {
        break;
      }
      closeInnermost(false);
    }
    OpenList top = innermostList();
    if (top == null || top.level != level) {
      top = new OpenList(Statement.ListIntroduction.NUMBERED, headingTopic, wholes, level);
      scopes.add(top);
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

  /** Replaces a statement by a more complete version of it. */
  void replace(Statement before, Statement now) {
    scopes.forEach(s -> s.replace(before, now));
  }

  /** Closes inner lists to which a subject does not belong if it belongs to an outer list. */
  private void closeInnerLists(Subject subject) {
    while (scopes.size() > 1 && scopes.getLast().isInline()) {
      OpenList inner = scopes.getLast();
      OpenList outer = scopes.get(scopes.size() - 2);
      if (outer.level > 0
          || continuesClassification(subject, inner)
          || isItemOfWhole(subject, inner)
          || isBelowWhole(subject, inner)
          || !isBelowWhole(subject, outer)) {
        return;
      }
      closeInnermost(false);
    }
  }

  /**
   * Whether a class of expenditure starts or continues a list of classes of its kind, functional or
   * economic. Any expenditure may be listed by classes.
   */
  private static boolean continuesClassification(Subject subject, OpenList scope) {
    String code = subject.code();
    if (subject.item() == null || code == null) {
      return false;
    }
    List<Subject> members = scope.memberSubjects();
    String last = members.isEmpty() ? code : members.getLast().code();
    return last != null && last.charAt(0) == code.charAt(0);
  }

  /** Whether a subject is an item of the account that is the whole: 项目支出27万元，其中招商15万元、养护12万元. */
  private static boolean isItemOfWhole(Subject subject, OpenList scope) {
    Subject whole = scope.wholeSubject();
    return whole != null
        && whole.item() == null
        && subject.item() != null
        && subject.account().equals(whole.account());
  }

  /**
   * Whether the chart has an account below the whole of a list; the same account from another fund
   * also counts as below it.
   */
  private boolean isBelowWhole(Subject subject, OpenList scope) {
    Subject whole = scope.wholeSubject();
    if (whole == null) {
      return false;
    }
    Optional<Account> account = chart.findAccount(subject.account());
    if (account.isPresent() && subject.account().equals(whole.account())) {
      return subject.fund() != whole.fund() && whole.item() == null;
    }
    while (account.isPresent()) {
      String parent = account.get().parentName();
      if (parent == null) {
        return false;
      }
      if (parent.equals(whole.account())) {
        return true;
      }
      account = chart.findAccount(parent);
    }
    return false;
  }
}
