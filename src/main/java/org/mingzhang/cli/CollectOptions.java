package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.collect.CrawlListener;
import org.mingzhang.collect.Crawler;
import org.mingzhang.collect.http.AddressGuard;
import org.mingzhang.collect.http.CrawlClock;
import org.mingzhang.collect.http.DnsResolver;
import org.mingzhang.collect.http.FetchLimits;
import org.mingzhang.collect.http.HttpFetcher;
import org.mingzhang.collect.source.CrawlSource;
import org.mingzhang.collect.source.CrawlSourceParser;
import org.mingzhang.collect.source.SourceList;
import org.mingzhang.collect.warc.WarcArchiveWriter;
import picocli.CommandLine.Option;

/**
 * Options of crawling: the file of sources, the contact address, and whether private addresses,
 * otherwise refused, may be requested.
 */
final class CollectOptions {
  private static final String USER_AGENT = "Mingzhang/0.1";

  @Option(
      names = "--sources",
      paramLabel = "FILE",
      defaultValue = "sources.yaml",
      description = "File of sources (default: ${DEFAULT-VALUE}).")
  private Path sources = Path.of("sources.yaml");

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description =
          "Mail or web address of the operator, sent with every request (default: that of the file"
              + " of sources).")
  private @Nullable String contact;

  @Option(
      names = "--allow-private-addresses",
      description = "Allow requests to private and loopback addresses, for sites of an intranet.")
  private boolean allowsPrivateAddresses;

  /** Path of the file of sources, which may not exist. */
  Path sourcesFile() {
    return sources;
  }

  /** Whether the file of sources exists. */
  boolean exists() {
    return Files.isRegularFile(sources);
  }

  /**
   * Reads the file of sources.
   *
   * @throws IOException if the file cannot be read or is invalid
   */
  SourceList read() throws IOException {
    return CrawlSourceParser.read(sources);
  }

  /**
   * The sources with these names in this order, or all if no name is given.
   *
   * @throws IOException if there is no source with one of the names; the message lists all sources
   */
  static List<CrawlSource> select(SourceList list, List<String> names) throws IOException {
    List<CrawlSource> wanted = new ArrayList<>();
    for (String name : names) {
      wanted.add(
          list.find(name)
              .orElseThrow(
                  () ->
                      new IOException(
                          "there is no source "
                              + name
                              + "; the sources are "
                              + String.join(
                                  ", ", list.sources().stream().map(CrawlSource::name).toList()))));
    }
    return names.isEmpty() ? list.sources() : wanted;
  }

  /**
   * Creates a crawler for the archive of a data folder; deletes temporary files of earlier
   * responses.
   *
   * @throws IOException if there is no valid contact address, or a folder cannot be created
   */
  Crawler createCrawler(SourceList list, DataFolder data, Archive archive, CrawlListener listener)
      throws IOException {
    String address = contact != null ? contact : list.contact();
    if (address == null || !address.matches("[!-~]{3,200}") || !address.matches(".*[@.:].*")) {
      throw new IOException(
          "sites need a contact address: give a mail or web address with --contact or as contact:"
              + " in the file of sources");
    }
    String agent = USER_AGENT + " (+" + address + ")";
    Clock clock = Clock.systemUTC();
    HttpFetcher fetcher =
        new HttpFetcher(
            new AddressGuard(DnsResolver.system(), allowsPrivateAddresses),
            agent,
            FetchLimits.standard(),
            Crawler.createEmptyFolder(data.responseTempFolder()),
            clock);
    WarcArchiveWriter warc =
        new WarcArchiveWriter(Files.createDirectories(data.warc()), archive.frontier(), agent);
    return new Crawler(archive, warc, fetcher, CrawlClock.of(clock), listener);
  }
}
