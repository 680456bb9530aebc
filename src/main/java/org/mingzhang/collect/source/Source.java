package org.mingzhang.collect.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of a site.
 *
 * @param name short name, unique
 * @param title name for people
 * @param url address of its first page
 * @param region region of what is published there, or null
 * @param agency publishing body, where it is one for all, or null
 * @param agencies bodies that have to publish there, as far as they are listed
 * @param hosts hosts with port that may be asked, that of the address first
 * @param limits how deep, how often, how much
 * @param rules what the site needs of its own
 */
public record Source(
    String name,
    String title,
    URI url,
    @Nullable String region,
    @Nullable String agency,
    List<String> agencies,
    List<String> hosts,
    Limits limits,
    Rules rules) {
  /** Copies the lists. */
  public Source {
    agencies = List.copyOf(agencies);
    hosts = List.copyOf(hosts);
  }

  /**
   * How deep, how often, how much.
   *
   * @param depth lists below the column that are followed
   * @param every time between two runs
   * @param recheck time after which known pages and files are asked for again
   * @param delay shortest time between the end of an answer and the next request
   * @param requests most requests of a run
   * @param pages most further pages of one list
   */
  public record Limits(
      int depth, Duration every, Duration recheck, Duration delay, int requests, int pages) {
    /** Two lists deep, once a day, known ones once a month, five seconds apart. */
    public static Limits standard() {
      return new Limits(
          2, Duration.ofDays(1), Duration.ofDays(30), Duration.ofSeconds(5), 5_000, 500);
    }
  }

  /**
   * What a site needs of its own.
   *
   * @param items selector of the links of a list, or null to find them
   * @param next selector of links to further pages of a list, or null to find them
   * @param attachments selector of links to files, or null to find them
   * @param only addresses of pages and files that are followed, or null for all
   * @param except addresses that are not, or null
   * @param sitemaps whether sitemaps of the site are read for addresses below the column
   */
  public record Rules(
      @Nullable String items,
      @Nullable String next,
      @Nullable String attachments,
      @Nullable Pattern only,
      @Nullable Pattern except,
      boolean sitemaps) {
    /** None. */
    public static Rules none() {
      return new Rules(null, null, null, null, null, false);
    }
  }

  /** Whether an address may be asked for this source. */
  public boolean holds(URI uri) {
    return hosts.contains(uri.getRawAuthority());
  }

  /** Why an address that was found is not followed by the source's own rules; null if it is. */
  public @Nullable String left(String url) {
    if (rules.except() != null && rules.except().matcher(url).find()) {
      return "left out by except: " + rules.except();
    }
    if (rules.only() != null && !rules.only().matcher(url).find()) {
      return "left out by only: " + rules.only();
    }
    return null;
  }
}
