package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;
import org.junit.jupiter.api.Test;

class IndexCorruptionDetectorTest {
  @Test
  void exhausted_memory_says_nothing_about_the_index() {
    assertThat(
            IndexCorruptionDetector.isLikelyCorruption(
                new IllegalStateException(new OutOfMemoryError("Java heap space"))))
        .isFalse();
    assertThat(IndexCorruptionDetector.isLikelyCorruption(new IOException("No space left")))
        .isFalse();
    assertThat(IndexCorruptionDetector.isLikelyCorruption(new IndexOutOfBoundsException(7)))
        .isTrue();
    assertThat(
            IndexCorruptionDetector.isLikelyCorruption(new CorruptIndexException("sum", "_0.cfs")))
        .isTrue();
  }
}
