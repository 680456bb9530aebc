package org.mingzhang.web.source;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A section (栏目) of a site from which documents are collected.
 *
 * @param name its short name
 * @param title its name for people
 * @param url its address
 * @param region path of its region joined with a slash, empty where not known
 * @param agency body that publishes all of it, or null
 * @param agencies bodies listed as publishing there
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

  /** All bodies known to publish there. */
  public List<String> publishers() {
    return agency == null || agencies.contains(agency)
        ? agencies
        : Stream.concat(Stream.of(agency), agencies.stream()).toList();
  }
}
