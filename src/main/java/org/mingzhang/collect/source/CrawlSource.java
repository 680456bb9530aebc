package org.mingzhang.collect.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A source to crawl: a section (栏目) of a site that lists documents.
 *
 * @param name short unique name
 * @param title name for display
 * @param url address of the first page of the site section
 * @param region region of its documents, or null
 * @param agency publishing body of all its documents, or null
 * @param agencies bodies that have to publish in the site section, as far as listed
 * @param hosts hosts, with the port unless it is the default one, to which requests may be sent;
 *     the first is that of the address
 * @param limits limits of depth, frequency and size
 * @param rules selectors and filters for this site
 */
public record CrawlSource(
    String name,
    String title,
    URI url,
    @Nullable String region,
    @Nullable String agency,
    List<String> agencies,
    List<String> hosts,
    Limits limits,
    SiteRules rules) {
  /** Makes an immutable copy of the lists. */
  public CrawlSource {
    agencies = List.copyOf(agencies);
    hosts = List.copyOf(hosts);
  }

  /**
   * Limits of a source.
   *
   * @param maxDepth greatest depth of lists below the first page of the site section
   * @param interval time between two runs
   * @param recheckInterval time after which known pages and files are fetched again
   * @param requestDelay minimum time between a response and the next request
   * @param maxRequests number of requests after which a run is paused
   * @param maxListPages maximum number of further pages of all lists of the source together
   */
  public record Limits(
      int maxDepth,
      Duration interval,
      Duration recheckInterval,
      Duration requestDelay,
      int maxRequests,
      int maxListPages) {
    /**
     * The default limits: depth 2, daily, recheck after 30 days, five seconds between requests,
     * 5,000 requests per run and 500 further pages of lists.
     */
    public static Limits standard() {
      return new Limits(
          2, Duration.ofDays(1), Duration.ofDays(30), Duration.ofSeconds(5), 5_000, 500);
    }
  }

  /**
   * Selectors and filters for a site.
   *
   * @param itemSelector CSS selector of the entries of a list, or null if they are found without
   *     one
   * @param nextPageSelector CSS selector of links to further pages of a list, or null if they are
   *     found without one
   * @param attachmentSelector CSS selector of links to files, or null if they are found without one
   * @param includedPattern pattern of addresses to follow, or null for all
   * @param excludedPattern pattern of addresses not to follow, or null
   * @param readsSitemaps whether to read the site's sitemaps for addresses below the first page of
   *     the site section
   */
  public record SiteRules(
      @Nullable String itemSelector,
      @Nullable String nextPageSelector,
      @Nullable String attachmentSelector,
      @Nullable Pattern includedPattern,
      @Nullable Pattern excludedPattern,
      boolean readsSitemaps) {
    /** No selectors and filters. */
    public static SiteRules none() {
      return new SiteRules(null, null, null, null, null, false);
    }
  }

  /** Whether requests may be sent to the host of an address. */
  public boolean allowsHost(URI uri) {
    return hosts.contains(uri.getRawAuthority());
  }

  /** The reason why the filters exclude an address; null if they do not. */
  public @Nullable String exclusionReason(String url) {
    if (rules.excludedPattern() != null && rules.excludedPattern().matcher(url).find()) {
      return "left out by except: " + rules.excludedPattern();
    }
    if (rules.includedPattern() != null && !rules.includedPattern().matcher(url).find()) {
      return "left out by only: " + rules.includedPattern();
    }
    return null;
  }
}
