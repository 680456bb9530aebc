package org.mingzhang.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Text to be measured. Document {@code n} is the same in every run and on every machine, whatever
 * was asked for before.
 */
public interface Corpus {
  /** What it is, for the report. */
  String name();

  /** The document with this number, from 0. */
  BenchDocument document(int number);

  /** Hands over documents from the first on until they have so many sections. */
  default void forEach(long sections, Consumer<BenchDocument> consumer) {
    long seen = 0;
    for (int n = 0; seen < sections; n++) {
      BenchDocument next = document(n);
      seen += next.disclosure().sections().size();
      consumer.accept(next);
    }
  }

  /** The same in portions of about so many sections each. */
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
