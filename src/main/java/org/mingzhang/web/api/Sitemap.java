package org.mingzhang.web.api;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.Version;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.NotFoundException;

/**
 * Every page that stays, for robots (sitemaps.org, protocol 0.9): the fixed pages and all documents
 * in one file, or, where they are more than one may hold, in parts that an index lists.
 */
public final class Sitemap {
  /** Addresses that one file may hold by the protocol. */
  public static final int MOST_ADDRESSES = 50_000;

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final List<String> FIXED =
      List.of(
          "/",
          "/regions",
          "/compare",
          "/indicators",
          "/coverage",
          "/transparency",
          "/data",
          "/help",
          "/rules",
          "/about",
          "/api");

  private final Archive archive;
  private final int most;

  /**
   * Lists what the archive has.
   *
   * @param most addresses in one file
   */
  public Sitemap(Archive archive, int most) {
    this.archive = archive;
    this.most = most;
  }

  /**
   * All addresses, or an index of the parts.
   *
   * @param origin where the portal is, {@code https://example.org}
   */
  public String whole(String origin) {
    int parts = parts();
    return parts == 1
        ? file("urlset", addresses(origin, 1))
        : file(
            "sitemapindex",
            IntStream.rangeClosed(1, parts)
                .mapToObj(n -> "<sitemap>" + place(origin, path(n)) + "</sitemap>"));
  }

  /**
   * One of the parts.
   *
   * @param number the part, from 1, as it stands in the address
   * @throws NotFoundException if there is no such part
   */
  public String part(String origin, String number) {
    int part = number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) : 0;
    if (part < 1 || part > parts()) {
      throw new NotFoundException("part " + number + " of the sitemap", "");
    }
    return file("urlset", addresses(origin, part));
  }

  private int parts() {
    return Math.toIntExact(Math.max(1, Math.ceilDiv(FIXED.size() + archive.documents(), most)));
  }

  private static String path(int part) {
    return "/sitemap-" + part + ".xml";
  }

  private Stream<String> addresses(String origin, int part) {
    int before = (part - 1) * most;
    List<String> fixed = FIXED.stream().skip(before).limit(most).toList();
    List<Version> documents =
        archive.newest(Math.max(0, before - FIXED.size()), most - fixed.size());
    return Stream.concat(
        fixed.stream().map(path -> "<url>" + place(origin, path) + "</url>"),
        documents.stream()
            .map(
                version ->
                    "<url>"
                        + place(origin, Links.permalink(version.documentId()))
                        + "<lastmod>"
                        + version.firstSeen().truncatedTo(SECONDS)
                        + "</lastmod></url>"));
  }

  private static String place(String origin, String path) {
    return "<loc>" + SiteFiles.escaped(origin + path) + "</loc>";
  }

  private static String file(String root, Stream<String> entries) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
            .append(root)
            .append(" xmlns=\"" + NAMESPACE + "\">\n");
    entries.forEach(entry -> xml.append("  ").append(entry).append('\n'));
    return xml.append("</").append(root).append(">\n").toString();
  }
}
