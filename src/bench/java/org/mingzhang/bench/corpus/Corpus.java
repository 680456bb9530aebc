package org.mingzhang.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A corpus for measurements. Document {@code n} is the same in every run and on every machine,
 * independent of earlier calls.
 */
public interface Corpus {
  /** Name for the report. */
  String name();

  /** The document with this number, from 0. */
  BenchDocument document(int number);

  /** Passes documents to a consumer, from the first on, until they have this many sections. */
  default void forEach(long sections, Consumer<BenchDocument> consumer) {
    long seen = 0;
    for (int n = 0; seen < sections; n++) {
      BenchDocument next = document(n);
      seen += next.disclosure().sections().size();
      consumer.accept(next);
    }
  }

  /** As above, in batches of about a given number of sections. */
  default void forEachPortion(long sections, int portion, Consumer<List<BenchDocument>> consumer) {
    List<BenchDocument> next = new ArrayList<>();
    int[] held = {0};
    forEach(
        sections,
        document -> {
          next.add(document);
          held[0] += document.disclosure().sections().size();
          if (held[0] >= portion) {
            consumer.accept(List.copyOf(next));
            next.clear();
            held[0] = 0;
          }
        });
    if (!next.isEmpty()) {
      consumer.accept(List.copyOf(next));
    }
  }
}
