package org.mingzhang.collect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.collect.source.CrawlSource;

/** A column of very many links in a process of its own, whose memory is bounded from outside. */
public final class ManyLinks {
  private ManyLinks() {}

  /**
   * Reads all lists of a column and no entry.
   *
   * @param args how many links there are, and how many stand on a page
   */
  public static void main(String[] args) throws Exception {
    int links = Integer.parseInt(args[0]);
    int each = Integer.parseInt(args[1]);
    int pages = links / each;
    Path folder = Files.createTempDirectory("links");
    StandInSite site = new StandInSite();
    String column = LargeSite.lists(site, pages, each);
    CrawlSource whole = CollectBench.source(column);
    CrawlSource lists =
        new CrawlSource(
            whole.name(),
            whole.title(),
            whole.url(),
            null,
            null,
            List.of(),
            whole.hosts(),
            new CrawlSource.Limits(
                2,
                whole.limits().interval(),
                whole.limits().recheckInterval(),
                whole.limits().requestDelay(),
                pages,
                20_000),
            whole.rules());
    try (CollectBench bench = new CollectBench(folder)) {
      long began = System.nanoTime();
      CrawlRun run = bench.run(lists).getFirst();
      double seconds = (System.nanoTime() - began) / 1e9;
      int waiting = bench.archive.frontier().countInState("s", FrontierEntry.State.WAITING);
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "%d links wait after %d requests, %.0f s; %d MB used of at most %d MB%n",
          waiting,
          run.requestCount(),
          seconds,
          (runtime.totalMemory() - runtime.freeMemory()) >> 20,
          runtime.maxMemory() >> 20);
    }
    site.close();
  }
}
