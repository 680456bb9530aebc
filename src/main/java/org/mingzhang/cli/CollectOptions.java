package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.collect.CollectListener;
import org.mingzhang.collect.Collector;
import org.mingzhang.collect.http.AddressGuard;
import org.mingzhang.collect.http.CollectorClock;
import org.mingzhang.collect.http.FetchLimits;
import org.mingzhang.collect.http.HttpFetcher;
import org.mingzhang.collect.http.Resolver;
import org.mingzhang.collect.source.Source;
import org.mingzhang.collect.source.SourceFile;
import org.mingzhang.collect.source.SourceList;
import org.mingzhang.collect.warc.WarcStore;
import picocli.CommandLine.Option;

/** The options of collecting: which sources, and who asks for them. */
final class CollectOptions {
  private static final String PROGRAM = "Mingzhang/0.1";

  @Option(
      names = "--sources",
      paramLabel = "FILE",
      defaultValue = "sources.yaml",
      description = "File of the sources (default: ${DEFAULT-VALUE}).")
  private Path sources = Path.of("sources.yaml");

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description =
          "Mail or web address that sites can turn to, told with every request (default: that of"
              + " the file of sources).")
  private @Nullable String contact;

  @Option(
      names = "--allow-private-addresses",
      description = "Also ask hosts of private and loopback networks, as in an intranet.")
  private boolean allowPrivate;

  /** The file of sources. */
  Path file() {
    return sources;
  }

  /** Whether there is a file of sources. */
  boolean isThere() {
    return Files.isRegularFile(sources);
  }

  /** The sources as they stand in the file now. */
  SourceList list() throws IOException {
    return SourceFile.read(sources);
  }

  /**
   * The sources of these names, or all where none is named.
   *
   * @throws IOException if there is none of a name
   */
  static List<Source> named(SourceList list, List<String> names) throws IOException {
    List<Source> wanted = new ArrayList<>();
    for (String name : names) {
      wanted.add(
          list.find(name)
              .orElseThrow(
                  () ->
                      new IOException(
                          "there is no source "
                              + name
                              + "; there are "
                              + String.join(
                                  ", ", list.sources().stream().map(Source::name).toList()))));
    }
    return names.isEmpty() ? list.sources() : wanted;
  }

  /**
   * A collector over the archive of a data folder.
   *
   * @throws IOException if nobody is named whom sites can turn to
   */
  Collector collector(SourceList list, DataFolder data, Archive archive, CollectListener listener)
      throws IOException {
    String asked = contact != null ? contact : list.contact();
    if (asked == null || !asked.matches("[!-~]{3,200}") || !asked.matches(".*[@.:].*")) {
      throw new IOException(
          "sites must be able to turn to somebody: give a mail or web address with --contact or as"
              + " contact: in the file of sources");
    }
    String agent = PROGRAM + " (+" + asked + ")";
    Clock clock = Clock.systemUTC();
    HttpFetcher fetcher =
        new HttpFetcher(
            new AddressGuard(Resolver.system(), allowPrivate),
            agent,
            FetchLimits.standard(),
            Collector.clearFolder(data.answers()),
            clock);
    WarcStore warc = new WarcStore(Files.createDirectories(data.warc()), archive.frontier(), agent);
    return new Collector(archive, warc, fetcher, CollectorClock.of(clock), listener);
  }
}
