package org.mingzhang.web.source;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A section (栏目) of a site from which documents are collected.
 *
 * @param name its short name
 * @param title its name for display
 * @param url its address
 * @param region path of its region joined with a slash, empty if unknown
 * @param agency body that publishes everything in it, or null
 * @param agencies bodies that are listed as publishing in it
 */
public record SiteSection(
    String name,
    String title,
    String url,
    String region,
    @Nullable String agency,
    List<String> agencies) {
  /** Makes an immutable copy of the list. */
  public SiteSection {
    agencies = List.copyOf(agencies);
  }

  /** All bodies that are known to publish in this section. */
  public List<String> publishers() {
    return agency == null || agencies.contains(agency)
        ? agencies
        : Stream.concat(Stream.of(agency), agencies.stream()).toList();
  }
}
