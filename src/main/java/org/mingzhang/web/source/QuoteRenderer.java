package org.mingzhang.web.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Draws the parts of originals on which quoted words stand. Safe on many threads. */
@FunctionalInterface
public interface QuoteRenderer {
  /** Draws nothing. */
  QuoteRenderer NONE = wanted -> wanted.stream().map(place -> Optional.<byte[]>empty()).toList();

  /**
   * A place of a PDF.
   *
   * @param file the original
   * @param page 1-based page on which the paragraph with the words begins
   * @param quote the words
   */
  record Passage(Path file, int page, String quote) {}

  /**
   * The places as PNG with the words marked, in their order; empty where the words are not found,
   * or where nothing can be drawn now.
   */
  List<Optional<byte[]>> render(List<Passage> places);
}
