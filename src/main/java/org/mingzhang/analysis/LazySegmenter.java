package org.mingzhang.analysis;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A segmenter that is created on first use, because loading HanLP's dictionaries takes longer than
 * everything else at startup. Thread-safe.
 */
final class LazySegmenter {
  private final Supplier<Segmenter> supplier;
  private @Nullable Segmenter loadedSegmenter;

  LazySegmenter(Supplier<Segmenter> supplier) {
    this.supplier = supplier;
  }

  synchronized Segmenter get() {
    Segmenter segmenter = loadedSegmenter;
    if (segmenter == null) {
      segmenter = supplier.get();
      loadedSegmenter = segmenter;
    }
    return segmenter;
  }
}
