package org.mingzhang.fact.cell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/**
 * Finds the account of the total of a table whose title is narrower than its form: the total of
 * 事业收入表 is 事业收入 and not the revenue of the year. The total has no account if the title names
 * something that the chart does not have (差旅费支出情况表), or only some projects (培训项目支出明细表). The words
 * before a name that do not narrow it, and the endings of costs, are in {@code title-words.tsv}.
 */
final class TotalAccountFinder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(TotalAccountFinder.class);
  private static final Pattern FLOW = PATTERNS.get("flow");
  private static final String PROJECT = "项目";
  private static final String NAME_PREFIX_ROLE = "name";
  private static final String PROJECT_PREFIX_ROLE = "project";
  private static final String COST_ROLE = "cost";
  private static final Map<String, List<String>> WORDS_BY_ROLE =
      TsvResource.parseRows(
              TotalAccountFinder.class, "title-words.tsv", 2, TotalAccountFinder::requireValidRow)
          .stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  List::getFirst, row -> TsvResource.splitList(row.getLast())));

  private TotalAccountFinder() {}

  private static List<String> requireValidRow(List<String> cells) {
    TsvResource.requireKeyword(cells.getFirst(), NAME_PREFIX_ROLE, PROJECT_PREFIX_ROLE, COST_ROLE);
    return cells;
  }

  /**
   * Finds the account of the total of a table: the account of its form, or a narrower one that the
   * title names. Null if the title names something that the chart does not have, or only some
   * projects.
   *
   * @param title normalized title of the table, without words for a fund
   * @param formTotal account that the form gives
   */
  static @Nullable Account findTotalAccount(
      String title, TableForm.RowMeaning rowMeaning, Account formTotal, ChartOfAccounts chart) {
    return switch (rowMeaning) {
      case PROJECTS -> namesAllProjects(title) ? formTotal : null;
      case ITEMS -> findNamedAccount(title, formTotal, chart);
      default -> formTotal;
    };
  }

  private static boolean namesAllProjects(String title) {
    int project = title.indexOf(PROJECT);
    return project < 0
        || isEmptyOrEndsWithWordOf(
            title.substring(0, project), NAME_PREFIX_ROLE, PROJECT_PREFIX_ROLE);
  }

  private static @Nullable Account findNamedAccount(
      String title, Account formTotal, ChartOfAccounts chart) {
    Matcher flow = FLOW.matcher(title);
    if (!flow.find()) {
      return formTotal;
    }
    for (int from = 0; from < flow.start(); from++) {
      Optional<AccountName> name = chart.find(title.substring(from, flow.end()));
      if (name.isPresent()) {
        return accountOf(name.get(), formTotal, title.substring(0, from));
      }
    }
    boolean cost =
        WORDS_BY_ROLE.getOrDefault(COST_ROLE, List.of()).stream()
            .anyMatch(title.substring(0, flow.start())::endsWith);
    return cost ? null : formTotal;
  }

  /**
   * The account of a name; null if the name means an item, or if words before it narrow it further.
   */
  private static @Nullable Account accountOf(
      AccountName name, Account formTotal, String wordsBefore) {
    if (name.item() != null) {
      return null;
    }
    return name.account().equals(formTotal)
            || isEmptyOrEndsWithWordOf(wordsBefore, NAME_PREFIX_ROLE)
        ? name.account()
        : null;
  }

  private static boolean isEmptyOrEndsWithWordOf(String wordsBefore, String... roles) {
    return wordsBefore.isEmpty()
        || Stream.of(roles)
            .flatMap(role -> WORDS_BY_ROLE.getOrDefault(role, List.of()).stream())
            .anyMatch(wordsBefore::endsWith);
  }
}
