package org.mingzhang.invented;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.TableData;

/** Counts, by kind and format, how many rows were read as they were printed. */
final class Tally {
  private final Map<String, int[]> counts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  void add(String what, int right, int of) {
    int[] count = counts.computeIfAbsent(what, k -> new int[2]);
    count[0] += right;
    count[1] += of;
  }

  void fault(String text) {
    faults.add(text);
  }

  /** Compares a table with those read; the one with its title and most of its rows counts. */
  void compare(
      Format format, AccountTables.Kind kind, MadeTable made, List<TableData> read, String where) {
    String key = kind + " " + format;
    TableData best =
        read.stream()
            .filter(t -> plain(t.title()).equals(plain(made.title())))
            .findFirst()
            .orElse(null);
    if (best == null) {
      add(key, 0, made.rows().size() + 2);
      fault(where + " " + kind + ": no table " + made.title());
      return;
    }
    read.remove(best);
    List<List<String>> rows = best.rows().stream().map(Tally::plain).toList();
    int right = 0;
    for (List<String> row : made.rows()) {
      boolean found = rows.contains(plain(row)) || (sum(row) && containsSum(rows, row));
      right += found ? 1 : 0;
      if (!found) {
        fault(where + " " + kind + ": row " + row + nearest(row, best.rows()));
      }
    }
    boolean header = plainHeader(best.header()).equals(plainHeader(made.header()));
    if (!header) {
      fault(where + " " + kind + ": header " + made.header() + " read " + best.header());
    }
    boolean unit = made.unit().equals(best.unit());
    if (!unit) {
      fault(where + " " + kind + ": unit " + best.unit());
    }
    boolean count = rows.size() == made.rows().size();
    if (!count) {
      fault(where + " " + kind + ": " + rows.size() + " rows for " + made.rows().size());
    }
    int wrong = (header ? 0 : 1) + (unit && count ? 0 : 1);
    add(key, right + 2 - wrong, made.rows().size() + 2);
  }

  /** Compares the indicators of a form; a row that was not printed counts against as well. */
  void compare(String key, List<List<String>> made, List<Indicator> read, String where) {
    List<List<String>> rows =
        new ArrayList<>(read.stream().map(r -> plain(PerformanceForms.fields(r))).toList());
    int right = 0;
    for (List<String> row : made) {
      boolean found = rows.remove(plain(row));
      right += found ? 1 : 0;
      if (!found) {
        String near =
            rows.stream()
                .filter(r -> r.get(2).equals(plain(row.get(2))))
                .findFirst()
                .map(r -> " read " + r)
                .orElse(" not read");
        fault(key + " " + where + ": " + row + near);
      }
    }
    int extra = Math.max(0, read.size() - made.size());
    add(key, right, made.size() + extra);
  }

  /** A sum's label is merged over codes and name: without lines nobody can say where it begins. */
  private static boolean sum(List<String> row) {
    return row.getFirst().endsWith("合计") || row.getFirst().equals("总计");
  }

  private static boolean containsSum(List<List<String>> rows, List<String> row) {
    return rows.stream().anyMatch(r -> filled(r).equals(filled(plain(row))));
  }

  private static List<String> filled(List<String> row) {
    return row.stream().filter(cell -> !cell.isEmpty()).toList();
  }

  private static String nearest(List<String> row, List<List<String>> read) {
    return read.stream()
        .filter(r -> r.stream().anyMatch(c -> !c.isEmpty() && row.contains(c) && c.length() > 2))
        .findFirst()
        .map(r -> " read " + r)
        .orElse(" not read");
  }

  private static List<String> plainHeader(List<String> header) {
    return header.stream().map(h -> plain(h).replaceAll("[（(][左右\\d][）)]", "")).toList();
  }

  static List<String> plain(List<String> row) {
    return row.stream().map(Tally::plain).toList();
  }

  static String plain(String text) {
    return text.replaceAll("[\\s　]", "");
  }

  double share() {
    int right = counts.values().stream().mapToInt(c -> c[0]).sum();
    return (double) right / counts.values().stream().mapToInt(c -> c[1]).sum();
  }

  /** Shares by kind and format, then the first faults. */
  String report(int mostFaults) {
    StringBuilder out = new StringBuilder();
    counts.forEach(
        (key, c) ->
            out.append(
                String.format(
                    Locale.ROOT, "%-44s %.3f  %d/%d%n", key, (double) c[0] / c[1], c[0], c[1])));
    faults.stream().limit(mostFaults).forEach(fault -> out.append(fault).append('\n'));
    return out.toString();
  }
}
