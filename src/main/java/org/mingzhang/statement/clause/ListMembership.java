package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Optional;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AccountRelations;

/**
 * Decides whether an account belongs to an open list, by the chart and the subjects of the list.
 */
final class ListMembership {
  /**
   * Maximum number of preceding statements that are searched for the account of a whole; this
   * bounds the work for each clause.
   */
  private static final int MAX_STATEMENTS_BACK = 60;

  private final ChartOfAccounts chart;
  private final List<Statement> statements;

  /**
   * The membership in lists of a section.
   *
   * @param statements the statements of the section so far, which may grow
   */
  ListMembership(ChartOfAccounts chart, List<Statement> statements) {
    this.chart = chart;
    this.statements = statements;
  }

  /**
   * Whether an account cannot belong to a list: the whole is the counterpart of the account or of
   * its parent, is its sibling in the chart, is paid from another fund, has the same name, or is a
   * balance while the account is revenue: 基金收入86亿元，其中：财政补贴21亿元；基金支出79亿元.
   */
  boolean isExcluded(Subject subject, OpenList list) {
    Subject whole = list.wholeSubject();
    return whole != null
        && (AccountRelations.areCounterparts(whole, subject)
            || isBelowCounterpart(subject, whole)
            || isRevenueOfBalance(subject, whole)
            || (!list.isEmpty()
                && whole.isInChart()
                && whole.hasDisjointFund(subject.fund())
                && !list.memberSubjects().stream().allMatch(whole::isSameAs))
            || isSiblingOfCurrentYearWhole(subject, whole)
            || (!subject.isInChart() && !list.isEmpty() && haveSameName(subject, whole)));
  }

  /** Whether the chart has a subject directly below the counterpart of the whole. */
  private boolean isBelowCounterpart(Subject subject, Subject whole) {
    String parent = subject.parentAccountIn(chart);
    return parent != null
        && whole.item() == null
        && AccountRelations.areCounterparts(
            whole, subject.withAccountAndItem(parent, true, subject.item()));
  }

  /** Whether the subject is revenue and the whole a balance: 年末滚存结余918亿元。分险种看：失业保险基金收入31亿元. */
  private static boolean isRevenueOfBalance(Subject subject, Subject whole) {
    return whole.balanceInstant() != null
        && subject.isInChart()
        && subject.account().endsWith("收入");
  }

  /** Whether an account belongs to an inner list and not only to the list around it. */
  boolean belongsToInnerList(Subject subject, OpenList inner, OpenList outer) {
    return continuesClassification(subject, inner)
        || isItemOfWhole(subject, inner)
        || isBelowWhole(subject, inner)
        || !isBelowWhole(subject, outer);
  }

  /**
   * Whether the chart has a subject as a sibling of the whole, so that it cannot be a part of the
   * whole: 本年收入22,808.01万元，包括：…；上年结转结余1,156.37万元. Applies only to amounts of the current year (本年),
   * since 收入合计 may include balances.
   */
  private boolean isSiblingOfCurrentYearWhole(Subject subject, Subject whole) {
    String parent = whole.parentAccountIn(chart);
    boolean ofYear = whole.printedName().startsWith("本年") || whole.printedName().startsWith("当年");
    return ofYear
        && parent != null
        && parent.equals(subject.parentAccountIn(chart))
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
   * Whether all members are parts of an account stated earlier and not of the apparent whole of the
   * list: 税收收入 and 非税收入 after 财政总收入 and 一般公共预算收入.
   */
  boolean belongsToEarlierWhole(OpenList list) {
    Subject whole = list.wholeSubject();
    List<Subject> members = list.memberSubjects();
    String parent = members.isEmpty() ? null : members.getFirst().parentAccountIn(chart);
    return whole != null
        && !whole.isInChart()
        && parent != null
        && members.stream().allMatch(m -> parent.equals(m.parentAccountIn(chart)))
        && statements.reversed().stream()
            .limit(MAX_STATEMENTS_BACK)
            .flatMap(s -> ListPart.subjectOf(s).stream())
            .anyMatch(s -> s.account().equals(parent) && s.item() == null);
  }

  /**
   * Whether the whole of a list is the funding of projects of which only the number is stated. The
   * amount may be their budget or what they spent, so it cannot be compared with the sum of the
   * parts.
   */
  static boolean dividesUnnamedProjectFunding(OpenList list) {
    Subject whole = list.wholeSubject();
    return whole != null && AccountNameResolver.isFundingOfUnnamedProjects(whole);
  }

  /**
   * Whether an item of expenditure starts or continues a list of items of its classification,
   * functional or economic. Such a list can divide any expenditure, so the whole is not compared.
   */
  private static boolean continuesClassification(Subject subject, OpenList list) {
    String code = subject.code();
    if (subject.item() == null || code == null) {
      return false;
    }
    List<Subject> members = list.memberSubjects();
    String last = members.isEmpty() ? code : members.getLast().code();
    return last != null && last.charAt(0) == code.charAt(0);
  }

  /** Whether a subject is an item of the account that is the whole: 项目支出27万元，其中招商15万元、养护12万元. */
  private static boolean isItemOfWhole(Subject subject, OpenList list) {
    Subject whole = list.wholeSubject();
    return whole != null
        && whole.item() == null
        && subject.item() != null
        && subject.account().equals(whole.account());
  }

  /**
   * Whether the chart has an account below the whole of a list; the same account from another fund
   * also counts.
   */
  private boolean isBelowWhole(Subject subject, OpenList list) {
    Subject whole = list.wholeSubject();
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
