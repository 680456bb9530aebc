package org.mingzhang.web.agency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.RowByYearBuilder;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.Labels;

/**
 * Tables of the amounts of an agency over the years, one for each predecessor and perimeter.
 *
 * @param years columns
 */
record AgencyAmountTableBuilder(
    List<Integer> years, YearLineBuilderFactory factory, Labels labels) {
  /** Labels of the stages in the order of the budget cycle. */
  static final List<String> STAGES = Stream.of(Stage.values()).map(Stage::label).toList();

  /** Maximum number of lines of accounts outside the chart. */
  private static final int MAX_OTHER_ACCOUNT_LINES = 60;

  /** Factory of {@link RowByYearBuilder}. */
  interface YearLineBuilderFactory {
    /** Creates the builder of lines of an agency at a perimeter. */
    RowByYearBuilder createBuilder(AgencyProfile profile, String perimeter);
  }

  /**
   * The amounts of the agency, or of one of its predecessors, by year.
   *
   * @param predecessor name of the predecessor, or empty for the agency itself
   * @param perimeter perimeter in words
   * @param lines one for each account of the chart and stage, in the fund in which the account is
   *     stated most often; then completion rates
   * @param otherAccountLines lines of accounts outside the chart, at most {@link
   *     #MAX_OTHER_ACCOUNT_LINES}
   */
  public record Table(
      String predecessor,
      String perimeter,
      List<RowByYearBuilder.YearLine> lines,
      List<RowByYearBuilder.YearLine> otherAccountLines) {}

  /**
   * Builds the tables of an agency by perimeter, the whole department before its own office. A
   * perimeter without any line has no table.
   *
   * @param name name of the predecessor, or empty for the agency itself
   */
  List<Table> buildTables(AgencyProfile profile, String name, List<FactHit> facts) {
    Map<String, List<FactHit>> perimeters = groupByPerimeter(facts);
    List<Table> tables = new ArrayList<>();
    perimeters.forEach(
        (perimeter, members) -> tables.add(buildTable(profile, name, perimeter, members)));
    return tables.stream()
        .filter(t -> !t.lines().isEmpty() || !t.otherAccountLines().isEmpty())
        .toList();
  }

  /**
   * Groups facts by perimeter, the whole department first. Facts without a known perimeter form one
   * group, the last.
   */
  static Map<String, List<FactHit>> groupByPerimeter(List<FactHit> facts) {
    Comparator<String> order =
        Comparator.comparing(
            label -> Perimeter.ofLabel(label).orElse(null),
            Comparator.nullsLast(Comparator.naturalOrder()));
    Map<String, List<FactHit>> perimeters = new TreeMap<>(order);
    for (FactHit fact : facts) {
      perimeters.computeIfAbsent(fact.label("perimeter"), k -> new ArrayList<>()).add(fact);
    }
    return perimeters;
  }

  private Table buildTable(
      AgencyProfile profile, String name, String perimeter, List<FactHit> facts) {
    RowByYearBuilder lines = factory.createBuilder(profile, perimeter);
    List<FactHit> amounts =
        RowByYearBuilder.selectMostFrequentFund(
            facts.stream()
                .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.storedValue("stage") != null)
                .toList());
    List<FactHit> charted = amounts.stream().filter(f -> isInChartOfAccounts(f.account())).toList();
    List<FactHit> open = amounts.stream().filter(f -> !isInChartOfAccounts(f.account())).toList();
    List<RowByYearBuilder.YearLine> shown =
        new ArrayList<>(lines.buildAccountLines(charted, STAGES));
    shown.addAll(buildCompletionLines(facts, lines));
    return new Table(
        name,
        AccountSlice.nameOf(FacetDimension.PERIMETER, perimeter, labels),
        shown,
        lines.buildAccountLines(open, STAGES).stream().limit(MAX_OTHER_ACCOUNT_LINES).toList());
  }

  private static boolean isInChartOfAccounts(String account) {
    return ChartOfAccounts.agencies().findAccount(account).isPresent();
  }

  /** Key of a line of completion rates: its account, its fund and the stage of the budget. */
  private record CompletionLineKey(String account, String fund, String budgetStage) {}

  /** Builds lines of completion rates as stated in documents. */
  private List<RowByYearBuilder.YearLine> buildCompletionLines(
      List<FactHit> facts, RowByYearBuilder rowBuilder) {
    Map<CompletionLineKey, List<FactHit>> sorted =
        new TreeMap<>(
            Comparator.comparing(CompletionLineKey::account)
                .thenComparing(CompletionLineKey::budgetStage)
                .thenComparing(CompletionLineKey::fund));
    for (FactHit fact : facts) {
      boolean completion =
          fact.kind() == Fact.Kind.RATE
              && Objects.equals(fact.storedValue("of"), Fact.RateKind.COMPLETION.id());
      if (completion && isInChartOfAccounts(fact.account())) {
        CompletionLineKey key =
            new CompletionLineKey(fact.account(), fact.label("fund"), fact.label("againstStage"));
        sorted.computeIfAbsent(key, k -> new ArrayList<>()).add(fact);
      }
    }
    List<RowByYearBuilder.YearLine> made = new ArrayList<>();
    sorted.forEach(
        (key, members) -> {
          String reference =
              key.budgetStage().equals(SearchRequest.NOT_STATED)
                  ? labels.text("agency.completed.budget")
                  : labels.stage(key.budgetStage());
          made.add(
              rowBuilder.buildLine(
                  labels.account(key.account()),
                  labels.text("agency.completed", reference),
                  "",
                  Stage.RESULT.label(),
                  members));
        });
    return made;
  }
}
