package org.mingzhang.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the report.
 *
 * @param table the table it stands in
 * @param work what was measured
 * @param sections size of the index, 0 where it does not matter
 * @param numbers figures by the head of their column, in order
 */
public record Row(String table, String work, long sections, Map<String, Double> numbers) {
  /** Copies the figures. */
  public Row {
    numbers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  /** The same with one more figure. */
  public Row with(String head, double number) {
    Map<String, Double> more = new LinkedHashMap<>(numbers);
    more.put(head, number);
    return new Row(table, work, sections, more);
  }
}
