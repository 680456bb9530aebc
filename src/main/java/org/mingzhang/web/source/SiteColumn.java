package org.mingzhang.web.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a site from which documents are collected.
 *
 * @param name its short name
 * @param title its name for people
 * @param url its address
 * @param region path of its region joined with a slash, empty where not known
 * @param agency body that publishes all of it, or null
 * @param agencies bodies that have to publish there, as far as they are listed
 */
public record SiteColumn(
    String name,
    String title,
    String url,
    String region,
    @Nullable String agency,
    List<String> agencies) {
  /** Copies the list. */
  public SiteColumn {
    agencies = List.copyOf(agencies);
  }

  /** All bodies of which it is known that they publish there. */
  public List<String> bodies() {
    return agency == null || agencies.contains(agency)
        ? agencies
        : java.util.stream.Stream.concat(java.util.stream.Stream.of(agency), agencies.stream())
            .toList();
  }
}
