package org.mingzhang.fact.cell;

import java.util.Arrays;
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
import org.mingzhang.account.Chart;
import org.mingzhang.text.TsvResource;

/**
 * Narrows the total that the form of a table gives by what its title names: 事业收入表 is of 事业收入 and
 * not of the revenue of the year. Of 差旅费支出情况表, which the chart does not have, and 培训项目支出明细表, which
 * is of some projects, the total is nothing known. The words are in {@code title-words.tsv}.
 */
final class TitledTotal {
  private static final Pattern FLOW = Pattern.compile("支出|收入");
  private static final String PROJECT = "项目";
  private static final Map<String, List<String>> WORDS =
      TsvResource.rows(TitledTotal.class, "title-words.tsv", 2).stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  List::getFirst, row -> Arrays.asList(row.getLast().split(";", -1))));

  private TitledTotal() {}

  /**
   * The account of the total; null where it is nothing known.
   *
   * @param title title of the table, normalised, without words for a fund
   * @param whole the account that the form gives
   */
  static @Nullable Account narrowed(
      String title, TableForm.Layout layout, Account whole, Chart chart) {
    return switch (layout) {
      case PROJECTS -> ofAllProjects(title) ? whole : null;
      case ITEMS -> named(title, whole, chart);
      default -> whole;
    };
  }

  private static boolean ofAllProjects(String title) {
    int project = title.indexOf(PROJECT);
    return project < 0 || endsWith(title.substring(0, project), "name", "project");
  }

  private static @Nullable Account named(String title, Account whole, Chart chart) {
    Matcher flow = FLOW.matcher(title);
    if (!flow.find()) {
      return whole;
    }
    for (int from = 0; from < flow.start(); from++) {
      Optional<AccountName> name = chart.find(title.substring(from, flow.end()));
      if (name.isPresent()) {
        return of(name.get(), whole, title.substring(0, from));
      }
    }
    boolean cost = words("cost").anyMatch(title.substring(0, flow.start())::endsWith);
    return cost ? null : whole;
  }

  /** The account of a name, unless words before it narrow the name further. */
  private static @Nullable Account of(AccountName name, Account whole, String before) {
    if (name.item() != null) {
      return null;
    }
    return name.account().equals(whole) || endsWith(before, "name") ? name.account() : null;
  }

  private static Stream<String> words(String role) {
    return WORDS.getOrDefault(role, List.of()).stream();
  }

  private static boolean endsWith(String before, String... roles) {
    return before.isEmpty()
        || Stream.of(roles).flatMap(TitledTotal::words).anyMatch(before::endsWith);
  }
}
