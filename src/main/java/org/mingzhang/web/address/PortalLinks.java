package org.mingzhang.web.address;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;

/**
 * Creates addresses within the portal, in the language of the page that contains the link. The
 * addresses begin with the path, without scheme and host.
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
    return page(pathWithQuery("/search", searchUrl));
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

  /** A path with the query string of a search, without language. */
  public static String pathWithQuery(String path, SearchUrl searchUrl) {
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
    return page(row(hit.id(), new QueryString().add("q", query)));
  }

  /**
   * The permalink of a row of the index, without language: the address of its section, with the
   * number highlighted if the row is a fact.
   *
   * @param id id of the row, {@code DOCUMENT/SECTION#ANCHOR}
   */
  public static String row(String id) {
    return row(id, new QueryString());
  }

  /** The permalink of a row in a version of its document; in the newest if it is empty. */
  public static String row(String id, String version) {
    return row(id, new QueryString().add("v", version));
  }

  private static String row(String id, QueryString parameters) {
    int hash = id.indexOf('#');
    String anchor = hash < 0 ? "" : id.substring(hash);
    String fact = anchor.startsWith("#a-") ? anchor.substring(1) : null;
    return parameters
            .add("fact", fact)
            .appendTo("/d/" + id.substring(0, id.length() - anchor.length()))
        + anchor;
  }

  /**
   * The permalink of the second place that a finding quotes, without language; null if the finding
   * has none. The place is marked: within the document by the anchor of the finding, in another
   * document by the quoted words.
   */
  public static @Nullable String permalinkOfSecondPlace(Hit finding) {
    String other = finding.values().get("other");
    String quote = finding.values().get("otherQuote");
    if (other == null) {
      return null;
    }
    if (other.startsWith(finding.documentId() + "/")) {
      return "/d/" + other + "#o-" + finding.id().substring(finding.id().indexOf('#') + 1);
    }
    return quote == null || !other.contains("/") ? "/d/" + other : withQuote("/d/" + other, quote);
  }

  /** The address of a section on which the words of a quote are highlighted. */
  public String sectionWithQuote(String id, String slug, String quote) {
    return page(withQuote(permalink(id, slug), quote));
  }

  /** The permalink of a section on which the words of a quote are highlighted, without language. */
  public static String permalinkWithQuote(String id, String slug, String quote) {
    return withQuote(permalink(id, slug), quote);
  }

  private static String withQuote(String path, String quote) {
    return new QueryString().add("quote", quote).appendTo(path) + "#quote";
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

  /**
   * The address of a page of a document's original beside the extracted text of a section.
   *
   * @param sha256 fingerprint of the version, of which the address has the first eight digits
   * @param slug permalink slug of the section
   * @param query words to highlight; null or empty for none
   * @param page 1-based page
   */
  public String originalPageAddress(
      String id, String sha256, String slug, @Nullable String query, int page) {
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
  public String originalWithQuote(String id, String sha256, String slug, String quote, int page) {
    String address = originalPageAddress(id, sha256, slug, null, page);
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
