package org.mingzhang.web.api;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;

/**
 * The sitemap (sitemaps.org, protocol 0.9) of fixed pages and all documents: one file, or an index
 * of parts if there are more addresses than a file may have.
 */
public final class Sitemap {
  /** Maximum number of addresses in one file, set by the protocol. */
  public static final int MAX_ADDRESSES = 50_000;

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final List<String> FIXED_PAGES =
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
  private final int maxAddresses;

  /**
   * Creates a sitemap of an archive.
   *
   * @param addressLimit maximum number of addresses in one file
   */
  public Sitemap(Archive archive, int addressLimit) {
    this.archive = archive;
    this.maxAddresses = addressLimit;
  }

  /**
   * The root file: all addresses, or an index of the parts.
   *
   * @param origin origin of the portal, {@code https://example.org}
   */
  public String buildRoot(String origin) {
    int parts = partCount();
    return parts == 1
        ? buildFile("urlset", addresses(origin, 1))
        : buildFile(
            "sitemapindex",
            IntStream.rangeClosed(1, parts)
                .mapToObj(n -> "<sitemap>" + locElement(origin, partPath(n)) + "</sitemap>"));
  }

  /**
   * A part of the sitemap.
   *
   * @param number 1-based number of the part, as in the address
   * @throws NotFoundException if there is no such part
   */
  public String buildPart(String origin, String number) {
    int part = number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) : 0;
    if (part < 1 || part > partCount()) {
      throw new NotFoundException("part " + number + " of the sitemap", "");
    }
    return buildFile("urlset", addresses(origin, part));
  }

  private int partCount() {
    return Math.toIntExact(
        Math.max(1, Math.ceilDiv(FIXED_PAGES.size() + archive.documentCount(), maxAddresses)));
  }

  private static String partPath(int part) {
    return "/sitemap-" + part + ".xml";
  }

  private Stream<String> addresses(String origin, int part) {
    int before = (part - 1) * maxAddresses;
    List<String> fixed = FIXED_PAGES.stream().skip(before).limit(maxAddresses).toList();
    List<DocumentVersion> documents =
        archive.newestVersions(
            Math.max(0, before - FIXED_PAGES.size()), maxAddresses - fixed.size());
    return Stream.concat(
        fixed.stream().map(path -> "<url>" + locElement(origin, path) + "</url>"),
        documents.stream()
            .map(
                version ->
                    "<url>"
                        + locElement(origin, PortalLinks.permalink(version.documentId()))
                        + "<lastmod>"
                        + version.firstSeen().truncatedTo(SECONDS)
                        + "</lastmod></url>"));
  }

  private static String locElement(String origin, String path) {
    return "<loc>" + SiteFileHandlers.escapeXml(origin + path) + "</loc>";
  }

  private static String buildFile(String root, Stream<String> entries) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
            .append(root)
            .append(" xmlns=\"" + NAMESPACE + "\">\n");
    entries.forEach(entry -> xml.append("  ").append(entry).append('\n'));
    return xml.append("</").append(root).append(">\n").toString();
  }
}
