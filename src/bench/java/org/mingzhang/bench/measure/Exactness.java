package org.mingzhang.bench.measure;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.bench.corpus.Truth;
import org.mingzhang.bench.peer.Engine;

/**
 * Mean recall and precision over strings; of frequent strings only the number of hits is checked.
 */
final class Exactness {
  private double recall;
  private double precision;
  private int queries;
  private int exact;

  private Exactness() {}

  /** Compares the hits of an engine with the scan. */
  static Map<String, Double> of(Engine engine, List<String> phrases, Truth truth) throws Exception {
    Exactness all = new Exactness();
    for (String phrase : phrases) {
      all.add(
          truth.sections(phrase),
          truth.count(phrase),
          new HashSet<>(engine.phrase(phrase, Truth.MOST_KEPT + 1)));
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("recall", all.recall / all.queries);
    numbers.put("precision", all.precision / all.queries);
    numbers.put("exact %", 100.0 * all.exact / all.queries);
    return numbers;
  }

  private void add(Set<String> wanted, long count, Set<String> found) {
    queries++;
    if (count > Truth.MOST_KEPT) {
      boolean enough = found.size() > Truth.MOST_KEPT;
      recall += enough ? 1 : (double) found.size() / (Truth.MOST_KEPT + 1);
      precision += 1;
      exact += enough ? 1 : 0;
      return;
    }
    long right = found.stream().filter(wanted::contains).count();
    recall += wanted.isEmpty() ? 1 : (double) right / wanted.size();
    precision += found.isEmpty() ? 1 : (double) right / found.size();
    exact += found.equals(wanted) ? 1 : 0;
  }
}
