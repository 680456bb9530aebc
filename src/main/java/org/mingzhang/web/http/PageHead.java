package org.mingzhang.web.http;

import org.jspecify.annotations.Nullable;

/**
 * The {@code head} of a page.
 *
 * @param title title, without the portal's name
 * @param description one sentence, or empty
 * @param indexed whether search engines may list the page
 * @param canonical the page's address without language
 * @param feed address of the page's Atom feed, or null
 * @param structured JSON-LD about the page, or null
 */
public record PageHead(
    String title,
    String description,
    boolean indexed,
    String canonical,
    @Nullable String feed,
    @Nullable String structured) {
  private static final String ATOM_PATH = "/search.atom";

  /** Address of the JSON feed of the page's search; null if the page has no feed of a search. */
  public @Nullable String jsonFeed() {
    return feed == null || !feed.startsWith(ATOM_PATH)
        ? null
        : "/search.json-feed" + feed.substring(ATOM_PATH.length());
  }

  /** Creates the head of a page that search engines may list. */
  public static PageHead of(String title, String canonical) {
    return new PageHead(title, "", true, canonical, null, null);
  }

  /** Creates the head of a page that search engines may not list. */
  public static PageHead withoutIndexing(String title, String canonical) {
    return new PageHead(title, "", false, canonical, null, null);
  }
}
