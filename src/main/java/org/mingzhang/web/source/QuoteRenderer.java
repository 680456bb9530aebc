package org.mingzhang.web.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Renders passages of PDF originals as images in which a quotation is highlighted. Implementations
 * are thread-safe.
 */
@FunctionalInterface
public interface QuoteRenderer {
  /** A renderer that returns no images, for a portal that cannot draw originals. */
  QuoteRenderer NONE = wanted -> wanted.stream().map(place -> Optional.<byte[]>empty()).toList();

  /**
   * A passage of a PDF.
   *
   * @param file the original
   * @param page 1-based page on which the paragraph with the quotation starts
   * @param quote the quotation to highlight
   */
  record Passage(Path file, int page, String quote) {}

  /**
   * Renders passages as PNG images with the quotation highlighted.
   *
   * @return an image for each passage, in the order of the passages; empty if the quotation is not
   *     found or the passage cannot be rendered at the moment
   */
  List<Optional<byte[]>> render(List<Passage> passages);
}
