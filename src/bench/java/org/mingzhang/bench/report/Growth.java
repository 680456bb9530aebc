package org.mingzhang.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Growth of measures with the size of the index: for each measure with at least two sizes, its
 * figure at each size and the exponent between adjacent sizes, log(t2/t1) / log(n2/n1), which is 0
 * for constant and 1 for linear growth. CPU time is used if available, because elapsed time is
 * noisy.
 */
final class Growth {
  private static final List<String> COSTS =
      List.of("server CPU ms", "CPU ms", "seconds", "MiB", "heap MiB", "p50 ms");

  private Growth() {}

  /** The table as Markdown; empty where nothing was measured at two sizes. */
  static String of(List<Row> rows) {
    Map<String, TreeMap<Long, Double>> works = new LinkedHashMap<>();
    for (Row row : rows) {
      String cost = cost(row);
      if (row.sections() > 0 && cost != null) {
        works
            .computeIfAbsent(row.table() + ": " + row.work() + ", " + cost, work -> new TreeMap<>())
            .put(row.sections(), row.numbers().get(cost));
      }
    }
    works.values().removeIf(sizes -> sizes.size() < 2);
    if (works.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(
            "\n## Growth\n\n| work | figures by size | exponents |\n| --- | --- | --- |\n");
    works.forEach(
        (work, sizes) ->
            text.append("| ")
                .append(work)
                .append(" | ")
                .append(figures(sizes))
                .append(" | ")
                .append(exponents(sizes))
                .append(" |\n"));
    return text.toString();
  }

  private static @Nullable String cost(Row row) {
    return COSTS.stream()
        .filter(name -> row.numbers().getOrDefault(name, 0.0) > 0)
        .findFirst()
        .orElse(null);
  }

  private static String figures(SortedMap<Long, Double> sizes) {
    StringBuilder text = new StringBuilder();
    sizes.forEach(
        (sections, figure) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%,d: ", sections))
                .append(Report.number(figure)));
    return text.toString();
  }

  private static String exponents(SortedMap<Long, Double> sizes) {
    StringBuilder text = new StringBuilder();
    Map.Entry<Long, Double> before = null;
    for (Map.Entry<Long, Double> entry : sizes.entrySet()) {
      if (before != null) {
        double growth =
            Math.log(entry.getValue() / before.getValue())
                / Math.log((double) entry.getKey() / before.getKey());
        text.append(text.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "%.2f", growth));
      }
      before = entry;
    }
    return text.toString();
  }
}
