package org.mingzhang.analysis;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A segmenter that is created on first use, because loading HanLP's dictionaries takes longer than
 * the rest of a start. Thread safe.
 */
final class LazySegmenter {
  private final Supplier<Segmenter> supplier;
  private @Nullable Segmenter loaded;

  LazySegmenter(Supplier<Segmenter> maker) {
    this.supplier = maker;
  }

  synchronized Segmenter get() {
    Segmenter known = loaded;
    if (known == null) {
      known = supplier.get();
      loaded = known;
    }
    return known;
  }
}
