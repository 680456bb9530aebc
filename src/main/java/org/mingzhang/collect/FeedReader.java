package org.mingzhang.collect;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.collect.http.UrlCanonicalizer;

/** Reads the entries of feeds (RSS, Atom) and sitemaps. External entities are not resolved. */
final class FeedReader {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /**
   * An entry of a feed or sitemap.
   *
   * @param uri address of the entry
   * @param label title; empty in a sitemap
   * @param day day of publication in a feed, or null
   * @param isSitemap whether it is another sitemap
   */
  record Entry(URI uri, String label, @Nullable LocalDate day, boolean isSitemap) {}

  private FeedReader() {}

  /**
   * Reads the entries of a feed or sitemap; entries whose address must not be fetched are left out.
   *
   * @param uri base of relative addresses
   * @throws IOException if the content is neither a feed nor a sitemap
   */
  static List<Entry> read(URI uri, byte[] content) throws IOException {
    String head =
        new String(content, 0, Math.min(1024, content.length), StandardCharsets.ISO_8859_1);
    return head.contains("<urlset") || head.contains("<sitemapindex")
        ? readSitemap(uri, content)
        : readFeed(uri, content);
  }

  private static List<Entry> readFeed(URI uri, byte[] content) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(content))) {
      SyndFeedInput input = new SyndFeedInput(); // rejects document type declarations
      for (SyndEntry entry : input.build(reader).getEntries()) {
        String label = entry.getTitle() == null ? "" : entry.getTitle().strip();
        Date date = entry.getPublishedDate();
        LocalDate day = date == null ? null : date.toInstant().atZone(CHINA).toLocalDate();
        Optional.ofNullable(entry.getLink())
            .flatMap(link -> UrlCanonicalizer.resolve(uri, link))
            .ifPresent(link -> entries.add(new Entry(link, label, day, false)));
      }
    } catch (FeedException | IllegalArgumentException e) {
      throw new IOException("not a feed: " + e.getMessage(), e);
    }
    return entries;
  }

  private static List<Entry> readSitemap(URI uri, byte[] content) throws IOException {
    try {
      AbstractSiteMap map = new SiteMapParser(false).parseSiteMap("text/xml", content, uri.toURL());
      List<Entry> entries = new ArrayList<>();
      if (map instanceof SiteMapIndex index) {
        for (AbstractSiteMap listed : index.getSitemaps()) {
          add(entries, uri, listed.getUrl().toString(), true);
        }
      } else if (map instanceof SiteMap site) {
        for (SiteMapURL page : site.getSiteMapUrls()) {
          add(entries, uri, page.getUrl().toString(), false);
        }
      }
      return entries;
    } catch (UnknownFormatException e) {
      throw new IOException("not a sitemap: " + e.getMessage(), e);
    }
  }

  private static void add(List<Entry> entries, URI base, String url, boolean isList) {
    UrlCanonicalizer.resolve(base, url)
        .ifPresent(uri -> entries.add(new Entry(uri, "", null, isList)));
  }
}
