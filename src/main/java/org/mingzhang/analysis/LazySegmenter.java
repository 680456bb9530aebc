package org.mingzhang.analysis;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A segmenter that is created on first use, because loading HanLP's dictionaries takes longer than
 * the rest of a start. Thread safe.
 */
final class LazySegmenter {
  private final Supplier<Segmenter> maker;
  private @Nullable Segmenter made;

  LazySegmenter(Supplier<Segmenter> maker) {
    this.maker = maker;
  }

  synchronized Segmenter get() {
    Segmenter known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }
}
