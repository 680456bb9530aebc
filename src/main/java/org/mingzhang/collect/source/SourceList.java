package org.mingzhang.collect.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file of sources.
 *
 * @param contact mail or web address of the operator, or null
 * @param sources in the order of the file
 */
public record SourceList(@Nullable String contact, List<CrawlSource> sources) {
  /** Makes an immutable copy of the sources. */
  public SourceList {
    sources = List.copyOf(sources);
  }

  /** The source with a name; empty if there is none. */
  public Optional<CrawlSource> find(String name) {
    return sources.stream().filter(s -> s.name().equals(name)).findFirst();
  }
}
