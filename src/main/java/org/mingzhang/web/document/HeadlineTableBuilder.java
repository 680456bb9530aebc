package org.mingzhang.web.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.HeadlineAccounts;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.web.render.Labels;

/**
 * Arranges the headline amounts of a document as tables: accounts by year and stage, one table for
 * each entity, perimeter and fund, so that a table never mixes them.
 *
 * @param metadata metadata of the document
 * @param chart its chart of accounts
 * @param labels names in the language of the page
 * @param builder builds views of facts
 */
record HeadlineTableBuilder(
    DocumentMetadata metadata, ChartOfAccounts chart, Labels labels, FactView.Builder builder) {
  /**
   * A column of a table of headline amounts.
   *
   * @param year fiscal year
   * @param stage stage as text
   */
  public record YearColumn(int year, String stage) {}

  /**
   * The values of one account in a table of headline amounts.
   *
   * @param account name of the account in the language of the page
   * @param chartName name of the account in the chart of accounts, for links to comparisons
   * @param cells the values of each column: none, one, or several that contradict each other
   */
  public record AccountRow(String account, String chartName, List<List<FactView>> cells) {}

  /**
   * The headline amounts of one entity, perimeter and fund.
   *
   * @param title perimeter and fund as text
   * @param entity the entity to which the accounts belong, if it is not the agency of the document;
   *     otherwise empty
   * @param columns years and stages, the latest year first
   * @param lines accounts in the order of the chart, headline accounts first
   */
  public record Table(
      String title, String entity, List<YearColumn> columns, List<AccountRow> lines) {}

  private record TableKey(
      @Nullable Perimeter perimeter, @Nullable String entity, @Nullable Fund fund) {}

  private record ColumnKey(int year, Stage stage) {}

  /**
   * Builds the tables of headline amounts, sorted by entity, with the document's own agency first,
   * then by perimeter, then by fund, the widest first.
   *
   * @param headlines headline amounts, which must all have a year and a stage
   */
  List<Table> build(List<AnchoredFact> headlines) {
    Map<TableKey, List<AnchoredFact>> groups = new TreeMap<>(tableOrder());
    for (AnchoredFact named : headlines) {
      FactContext context = named.context();
      TableKey tableKey = new TableKey(context.perimeter(), context.entity(), context.fund());
      groups.computeIfAbsent(tableKey, k -> new ArrayList<>()).add(named);
    }
    List<Table> tables = new ArrayList<>();
    groups.forEach((tableKey, members) -> tables.add(buildTable(tableKey, members)));
    return tables;
  }

  private Comparator<TableKey> tableOrder() {
    String agency = metadata.agency();
    return Comparator.comparing((TableKey k) -> k.entity() != null && !k.entity().equals(agency))
        .thenComparing(k -> Objects.requireNonNullElse(k.entity(), ""))
        .thenComparing(TableKey::perimeter, Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(TableKey::fund, Comparator.nullsLast(Comparator.naturalOrder()));
  }

  private Table buildTable(TableKey tableKey, List<AnchoredFact> facts) {
    TreeSet<ColumnKey> columns =
        new TreeSet<>(
            Comparator.comparingInt((ColumnKey c) -> -c.year()).thenComparing(ColumnKey::stage));
    Map<String, Map<ColumnKey, List<FactView>>> lines = new TreeMap<>(accountOrder());
    for (AnchoredFact named : facts) {
      FactContext context = named.context();
      ColumnKey column =
          new ColumnKey(
              Objects.requireNonNull(context.year()), Objects.requireNonNull(context.stage()));
      columns.add(column);
      lines
          .computeIfAbsent(named.fact().account(), k -> new LinkedHashMap<>())
          .computeIfAbsent(column, k -> new ArrayList<>())
          .add(builder.build(named));
    }
    List<AccountRow> shown = new ArrayList<>();
    lines.forEach(
        (account, cells) ->
            shown.add(
                new AccountRow(
                    labels.account(account),
                    account,
                    columns.stream().map(c -> cells.getOrDefault(c, List.of())).toList())));
    String entity = tableKey.entity();
    return new Table(
        buildTitle(tableKey),
        entity == null || entity.equals(metadata.agency()) ? "" : entity,
        columns.stream()
            .map(c -> new YearColumn(c.year(), labels.stage(c.stage().label())))
            .toList(),
        shown);
  }

  private String buildTitle(TableKey tableKey) {
    Perimeter perimeter = tableKey.perimeter();
    Fund fund = tableKey.fund();
    return labels.text(
        "fact.slice.short",
        perimeter == null
            ? labels.text("compare.unknown.perimeter")
            : labels.perimeter(perimeter.label()),
        fund == null ? labels.text("compare.unknown.fund") : labels.fund(fund.label()));
  }

  /** Order of accounts: headline accounts first, then the order of the chart. */
  private Comparator<String> accountOrder() {
    List<String> names = chart.accounts().stream().map(Account::name).toList();
    return Comparator.comparingInt((String a) -> HeadlineAccounts.standard().rank(a))
        .thenComparingInt(a -> names.contains(a) ? names.indexOf(a) : names.size())
        .thenComparing(Comparator.naturalOrder());
  }
}
