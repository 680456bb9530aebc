package org.mingzhang.analysis;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A segmenter that is made when it is first needed: loading HanLP's tables takes longer than
 * everything else a start needs. Safe on many threads.
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
