package org.mingzhang.web.agency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.compare.YearLines;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.regions.KeyFigures;
import org.mingzhang.web.render.Labels;

/**
 * The amounts of an agency over the years. A table is of one body and perimeter.
 *
 * @param years columns
 */
record BodyTables(List<Integer> years, YearLinesMaker maker, Labels labels) {
  /** Stages in the order in which a year goes through them. */
  static final List<String> STAGES = Stream.of(Stage.values()).map(Stage::label).toList();

  /** Lines of accounts that the chart does not have. */
  private static final int OTHERS = 60;

  /** Makes lines for a perimeter. */
  interface YearLinesMaker {
    /** Lines of a body at a perimeter. */
    YearLines of(AgencyBody body, String perimeter);
  }

  /**
   * Amounts at a perimeter.
   *
   * @param body whose, where that is not the agency itself; else empty
   * @param perimeter perimeter in words
   * @param lines one for each account of the chart, fund and stage, then what was completed of it
   * @param others those of accounts that the chart does not have
   */
  public record Table(
      String body, String perimeter, List<YearLines.Line> lines, List<YearLines.Line> others) {}

  /** Tables of a body, the department before its own office. */
  List<Table> of(AgencyBody body, String name, List<FactHit> facts) {
    Map<String, List<FactHit>> perimeters = byPerimeter(facts);
    List<Table> tables = new ArrayList<>();
    perimeters.forEach((perimeter, of) -> tables.add(table(body, name, perimeter, of)));
    return tables.stream().filter(t -> !t.lines().isEmpty()).toList();
  }

  /** Facts by perimeter, the department first. */
  static Map<String, List<FactHit>> byPerimeter(List<FactHit> facts) {
    Comparator<String> order =
        Comparator.comparing(
            label -> Perimeter.ofLabel(label).orElse(null),
            Comparator.nullsLast(Comparator.naturalOrder()));
    Map<String, List<FactHit>> perimeters = new TreeMap<>(order);
    for (FactHit fact : facts) {
      perimeters
          .computeIfAbsent(YearLines.orNotStated(fact.value("perimeter")), k -> new ArrayList<>())
          .add(fact);
    }
    return perimeters;
  }

  private Table table(AgencyBody body, String name, String perimeter, List<FactHit> facts) {
    YearLines lines = maker.of(body, perimeter);
    List<FactHit> amounts =
        YearLines.inMostFrequentFund(
            facts.stream()
                .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.value("stage") != null)
                .toList());
    List<FactHit> charted = amounts.stream().filter(f -> inChart(f.account())).toList();
    List<FactHit> open = amounts.stream().filter(f -> !inChart(f.account())).toList();
    List<YearLines.Line> shown = new ArrayList<>(lines.accounts(charted, STAGES));
    shown.addAll(completions(facts, lines));
    return new Table(
        name,
        KeyFigures.perimeter(perimeter, labels),
        shown,
        lines.accounts(open, STAGES).stream().limit(OTHERS).toList());
  }

  private static boolean inChart(String account) {
    return Chart.standard().account(account).isPresent();
  }

  private record Completion(String account, String of, String against) {}

  /** How much of a budget was carried out, as documents say it. */
  private List<YearLines.Line> completions(List<FactHit> facts, YearLines lines) {
    Map<Completion, List<FactHit>> sorted =
        new TreeMap<>(
            Comparator.comparing(Completion::account)
                .thenComparing(Completion::against)
                .thenComparing(Completion::of));
    for (FactHit fact : facts) {
      boolean completion =
          fact.kind() == Fact.Kind.RATE
              && Objects.equals(fact.value("of"), Fact.RateOf.COMPLETION.id());
      if (completion && inChart(fact.account())) {
        Completion key =
            new Completion(
                fact.account(),
                YearLines.orNotStated(fact.value("fund")),
                YearLines.orNotStated(fact.value("againstStage")));
        sorted.computeIfAbsent(key, k -> new ArrayList<>()).add(fact);
      }
    }
    List<YearLines.Line> made = new ArrayList<>();
    sorted.forEach(
        (key, of) -> {
          String against =
              key.against().equals(SearchRequest.NOT_STATED)
                  ? labels.text("agency.completed.budget")
                  : labels.stage(key.against());
          made.add(
              lines.line(
                  labels.account(key.account()), labels.text("agency.completed", against), "", of));
        });
    return made;
  }
}
