package org.mingzhang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.mingzhang.archive.Archive;
import org.mingzhang.cli.SearchServiceAdapter;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;
import org.mingzhang.web.PortalServer;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/**
 * Entry point of a portal process with a given index and archive, for measurements under load.
 * Prints its port, then for every input line the MiB of heap in use after a garbage collection;
 * ends at the end of its input.
 */
public final class BenchServer {
  private BenchServer() {}

  /**
   * Serves.
   *
   * @param args folder of the index, folder of the archive
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (SearchService search = new SearchService(LocalShards.open(Path.of(args[0])));
        Archive archive = Archive.openReadOnly(Path.of(args[1]))) {
      PortalServices services =
          new PortalServices(
              new SearchServiceAdapter(search),
              archive,
              IndexingStatus::idle,
              Clock.system(ZoneOffset.UTC));
      try (PortalServer server = new PortalServer(services, PortalSettings.local(0)).start();
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        search.warmUp();
        out.println(server.port());
        while (lines.readLine() != null) {
          System.gc();
          out.println(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        }
      }
    }
    System.exit(0);
  }
}
