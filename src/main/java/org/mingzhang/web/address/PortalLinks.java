package org.mingzhang.web.address;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;

/**
 * Creates addresses within the portal, in the language of the page that contains the link.
 *
 * @param language the language
 */
public record PortalLinks(Language language) {
  /** The address of a page by its path, which may have a query string and a fragment. */
  public String page(String path) {
    int hash = path.indexOf('#');
    String anchor = hash < 0 ? "" : path.substring(hash);
    String bare = hash < 0 ? path : path.substring(0, hash);
    return parameters().appendTo(bare) + anchor;
  }

  private QueryString parameters() {
    return new QueryString().add("lang", language.parameter());
  }

  /** The address of the result page of a search. */
  public String search(SearchUrl searchUrl) {
    return page(path("/search", searchUrl));
  }

  /** The address of the result page of a query. */
  public String search(String query, SearchScope scope) {
    return search(SearchUrl.of(query, scope));
  }

  /**
   * The address of the comparison of an account, indicator or topic over all agencies and years.
   *
   * @param kind {@code figure} for an account, {@code indicator} or {@code topic}
   */
  public String compare(String kind, String name) {
    String other = kind.equals("figure") ? "" : kind;
    return page(new QueryString().add("kind", other).add("name", name).appendTo("/compare"));
  }

  /** The address of a search under a path, without language. */
  public static String path(String path, SearchUrl searchUrl) {
    String query = searchUrl.encode();
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The address of a document. */
  public String document(String id) {
    return page(permalink(id));
  }

  /** The address of one view of a document: {@code tables}, {@code indicators}, … */
  public String document(String id, String view) {
    return page(new QueryString().add("view", view).appendTo(permalink(id)));
  }

  /** The address of one version of a document. */
  public String version(String id, String sha256) {
    return page(new QueryString().add("v", fingerprintPrefix(sha256)).appendTo(permalink(id)));
  }

  /** The address of a section. */
  public String section(String id, String slug) {
    return page(permalink(id, slug));
  }

  /**
   * The address of a section on which the matches of a query are highlighted.
   *
   * @param query null or empty for none
   * @param version beginning of the fingerprint of the version, null or empty for the newest
   */
  public String section(String id, String slug, @Nullable String query, @Nullable String version) {
    return page(new QueryString().add("v", version).add("q", query).appendTo(permalink(id, slug)));
  }

  /**
   * The address of a hit on which the matches of a query and, if the hit is a fact, its number are
   * highlighted.
   */
  public String hit(Hit hit, String query) {
    int hash = hit.id().indexOf('#');
    String anchor = hash < 0 ? "" : hit.id().substring(hash);
    String bare = hash < 0 ? hit.id() : hit.id().substring(0, hash);
    String fact = anchor.startsWith("#a-") ? anchor.substring(1) : null;
    return page(
        new QueryString().add("q", query).add("fact", fact).appendTo("/d/" + bare) + anchor);
  }

  /**
   * The address of a section on which the number of a fact is highlighted.
   *
   * @param anchor name of the fact, {@code a-1f0a93c2}
   * @param version beginning of the fingerprint of the version, null or empty for the newest
   */
  public String fact(String id, String slug, String anchor, @Nullable String version) {
    return page(
        new QueryString().add("v", version).add("fact", anchor).appendTo(permalink(id, slug))
            + "#"
            + anchor);
  }

  /** The address of a page of a document's original beside the extracted text of a section. */
  public String original(String id, String sha256, String slug, @Nullable String query, int page) {
    QueryString parameters =
        new QueryString().add("v", fingerprintPrefix(sha256)).add("section", slug);
    return page(parameters.add("q", query).appendTo(permalink(id) + "/pages") + "#page=" + page);
  }

  /**
   * The address of the result list of a query in sections, without filters; empty if the query is
   * empty.
   */
  public String results(String query) {
    return query.isEmpty() ? "" : search(SearchUrl.of(query, SearchScope.SECTIONS));
  }

  /**
   * The address of a page of a document's original on which a quote is highlighted. The quote is in
   * the fragment of the address; an empty quote is left out.
   *
   * @param page 1-based page
   */
  public String quoted(String id, String sha256, String slug, String quote, int page) {
    String address = original(id, sha256, slug, null, page);
    return quote.isEmpty() ? address : address + "&quote=" + QueryString.encodePathSegment(quote);
  }

  /** The permalink of a document, without language. */
  public static String permalink(String id) {
    return "/d/" + QueryString.encodePathSegment(id);
  }

  /** The permalink of a section, without language. */
  public static String permalink(String id, String slug) {
    return permalink(id) + "/" + QueryString.encodePathSegment(slug);
  }

  /** The first eight digits of a fingerprint, as used in addresses. */
  public static String fingerprintPrefix(String sha256) {
    return sha256.substring(0, Math.min(8, sha256.length()));
  }
}
