package org.mingzhang.web.http;

import org.jspecify.annotations.Nullable;

/**
 * The {@code head} of a page.
 *
 * @param title title, without the portal's name
 * @param description one sentence, or empty
 * @param indexable whether search engines may list the page
 * @param canonicalAddress the page's address without language
 * @param feedAddress address of the page's Atom feed, or null
 * @param jsonLd JSON-LD about the page, or null
 */
public record PageHead(
    String title,
    String description,
    boolean indexable,
    String canonicalAddress,
    @Nullable String feedAddress,
    @Nullable String jsonLd) {
  private static final String ATOM_PATH = "/search.atom";

  /** Address of the JSON feed of the page's search; null if the page has no feed of a search. */
  public @Nullable String jsonFeed() {
    return feedAddress == null || !feedAddress.startsWith(ATOM_PATH)
        ? null
        : "/search.json-feed" + feedAddress.substring(ATOM_PATH.length());
  }

  /** Creates the head of a page that search engines may list. */
  public static PageHead of(String title, String canonicalAddress) {
    return new PageHead(title, "", true, canonicalAddress, null, null);
  }

  /** Creates the head of a page that search engines may not list. */
  public static PageHead withoutIndexing(String title, String canonicalAddress) {
    return new PageHead(title, "", false, canonicalAddress, null, null);
  }
}
