package org.mingzhang.web.agency;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingzhang.account.Chart;
import org.mingzhang.account.Classification;
import org.mingzhang.account.CodeMoves;
import org.mingzhang.model.Fact;
import org.mingzhang.web.compare.YearLines;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.Labels;

/**
 * Budget items and projects of an agency over the years, at one perimeter.
 *
 * @param facts amounts of items
 * @param lines makes lines
 */
record BodyItems(List<FactHit> facts, YearLines lines, Labels labels) {
  private static final int MOST_PROJECTS = 40;
  private static final int MOST_CODES = 90;

  private record Key(String name, String account, String fund, String stage) {}

  /** Amounts of items only. */
  BodyItems {
    facts =
        facts.stream()
            .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.value("stage") != null)
            .toList();
  }

  private static boolean coded(FactHit fact) {
    String code = fact.value("code");
    return code != null
        && !Classification.functional().coded(CodeMoves.standard().present(code)).isEmpty();
  }

  /**
   * Items of the functional classification, those whose code or name changed in one line. Where a
   * body used two codes of one year that were later joined, each keeps its line.
   */
  List<YearLines.Line> codes() {
    Map<String, List<FactHit>> joined = new TreeMap<>();
    for (FactHit fact : expenditure()) {
      if (coded(fact)) {
        String code = Objects.requireNonNull(fact.value("code"));
        joined
            .computeIfAbsent(CodeMoves.standard().present(code), k -> new ArrayList<>())
            .add(fact);
      }
    }
    List<YearLines.Line> made = new ArrayList<>();
    joined.forEach(
        (code, of) -> {
          if (together(of)) {
            made.addAll(lines(code, of));
          } else {
            of.stream()
                .collect(
                    Collectors.groupingBy(
                        f -> Objects.requireNonNull(f.value("code")),
                        TreeMap::new,
                        Collectors.toList()))
                .forEach((own, alone) -> made.addAll(lines(own, alone)));
          }
        });
    return made.stream().limit(MOST_CODES).toList();
  }

  /**
   * The coded facts of one account of expenditure for each stage: of that which has items of the
   * classification as its parts, or is a part of it, the one that most of them are stated of.
   */
  private List<FactHit> expenditure() {
    Map<String, Map<String, Long>> stated =
        facts.stream()
            .filter(f -> coded(f) && isExpenditure(f.account()))
            .collect(
                Collectors.groupingBy(
                    f -> Objects.requireNonNull(f.value("stage")),
                    Collectors.groupingBy(FactHit::account, TreeMap::new, Collectors.counting())));
    Map<String, String> chosen = new TreeMap<>();
    stated.forEach(
        (stage, accounts) ->
            chosen.put(
                stage,
                accounts.entrySet().stream()
                    .max(
                        Map.Entry.<String, Long>comparingByValue()
                            .thenComparing(e -> Chart.standard().classified().equals(e.getKey())))
                    .map(Map.Entry::getKey)
                    .orElse("")));
    return facts.stream()
        .filter(f -> f.account().equals(chosen.get(Objects.requireNonNull(f.value("stage")))))
        .toList();
  }

  private static boolean isExpenditure(String account) {
    Chart chart = Chart.standard();
    return chart
        .account(account)
        .flatMap(a -> chart.account(chart.classified()).map(whole -> chart.isWithin(a, whole)))
        .orElse(false);
  }

  /** Whether no year has two codes. */
  private static boolean together(List<FactHit> facts) {
    return facts.stream()
        .collect(
            Collectors.groupingBy(
                f -> Objects.requireNonNull(f.year()),
                Collectors.mapping(f -> f.value("code"), Collectors.toSet())))
        .values()
        .stream()
        .allMatch(codes -> codes.size() == 1);
  }

  private List<YearLines.Line> lines(String code, List<FactHit> facts) {
    String name =
        Classification.functional()
            .coded(code, null)
            .map(Classification.Entry::name)
            .orElse(Objects.requireNonNullElse(facts.getFirst().value("item"), code));
    TreeSet<String> former = new TreeSet<>();
    for (FactHit fact : facts) {
      String own = Objects.requireNonNull(fact.value("code"));
      String item = Objects.requireNonNullElse(fact.value("item"), name);
      String printed = item.substring(item.lastIndexOf('/') + 1);
      if (!own.equals(code) || !Chart.normalize(printed).equals(Chart.normalize(name))) {
        former.add((own.equals(code) ? "" : own + " ") + printed);
      }
    }
    String label = code + " " + name;
    String note = former.isEmpty() ? "" : labels.text("agency.formerly", String.join("、", former));
    return lines(facts, key -> label, note);
  }

  private List<YearLines.Line> lines(
      List<FactHit> facts, java.util.function.Function<Key, String> name, String note) {
    Map<Key, List<FactHit>> sorted = new LinkedHashMap<>();
    facts.stream()
        .sorted(Comparator.comparingInt(f -> BodyTables.STAGES.indexOf(f.value("stage"))))
        .forEach(f -> sorted.computeIfAbsent(key(f), k -> new ArrayList<>()).add(f));
    List<YearLines.Line> made = new ArrayList<>();
    sorted.forEach(
        (key, of) ->
            made.add(
                lines.line(
                    name.apply(key),
                    labels.account(key.account())
                        + labels.text("agency.and")
                        + lines.sliceLabel(key.stage(), key.fund())
                        + note,
                    "",
                    of)));
    return made;
  }

  /** The stated item is part of the key of projects alone: codes go by their code. */
  private static Key key(FactHit fact) {
    String item = coded(fact) ? "" : Objects.requireNonNullElse(fact.value("item"), "");
    return new Key(
        Chart.normalize(item),
        fact.account(),
        YearLines.orNotStated(fact.value("fund")),
        Objects.requireNonNull(fact.value("stage")));
  }

  private List<FactHit> uncoded() {
    return facts.stream().filter(f -> f.value("code") == null).toList();
  }

  /** Names of the projects of a year. */
  long projects(int year) {
    return uncoded().stream()
        .filter(f -> Objects.equals(f.year(), year))
        .map(f -> Chart.normalize(Objects.requireNonNullElse(f.value("item"), "")))
        .distinct()
        .count();
  }

  /** Projects, the largest first. */
  List<YearLines.Line> projects() {
    Map<String, List<FactHit>> names = new TreeMap<>();
    for (FactHit fact : uncoded()) {
      String item = Objects.requireNonNullElse(fact.value("item"), "");
      names.computeIfAbsent(Chart.normalize(item), k -> new ArrayList<>()).add(fact);
    }
    return names.values().stream()
        .sorted(Comparator.comparing(BodyItems::largest).reversed())
        .flatMap(
            of ->
                lines(of, key -> Objects.requireNonNull(of.getFirst().value("item")), "").stream())
        .limit(MOST_PROJECTS)
        .toList();
  }

  private static BigDecimal largest(List<FactHit> facts) {
    return facts.stream()
        .map(FactHit::number)
        .max(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }
}
