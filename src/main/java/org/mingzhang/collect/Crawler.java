package org.mingzhang.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.io.file.PathUtils;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.collect.http.CrawlClock;
import org.mingzhang.collect.http.HttpFetcher;
import org.mingzhang.collect.source.CrawlSource;
import org.mingzhang.collect.warc.WarcArchiveWriter;

/**
 * Crawls sources and puts their documents, with provenance, into the queue of the archive. Sends at
 * most one request at a time to a host; several hosts are crawled in parallel. A run that is
 * interrupted is continued by the next one.
 */
public final class Crawler {
  private static final int MAX_PARALLEL_HOSTS = 4;

  private final Archive archive;
  private final WarcArchiveWriter warcWriter;
  private final PoliteFetcher fetcher;
  private final CrawlClock clock;
  private final CrawlListener listener;
  private volatile boolean stopped;
  private final List<Future<?>> runningTasks = new CopyOnWriteArrayList<>();

  /** Creates a crawler for an archive, which the caller closes. */
  public Crawler(
      Archive archive,
      WarcArchiveWriter warcWriter,
      HttpFetcher fetcher,
      CrawlClock clock,
      CrawlListener listener) {
    this.archive = archive;
    this.warcWriter = warcWriter;
    this.fetcher = new PoliteFetcher(fetcher, warcWriter, archive.frontier(), clock);
    this.clock = clock;
    this.listener = listener;
  }

  /** Creates a folder, or empties it of files that a killed process has left. */
  public static Path createEmptyFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    PathUtils.cleanDirectory(folder);
    return folder;
  }

  /**
   * Crawls sources and blocks until all runs have ended; returns their runs in no particular order,
   * without those of sources that were not reached before a stop.
   *
   * @throws IOException if the crawl of any source fails; all other crawls have ended before, or
   *     were stopped if the archive failed
   */
  public List<CrawlRun> run(List<CrawlSource> sources) throws IOException, InterruptedException {
    Map<String, List<CrawlSource>> hosts = new LinkedHashMap<>();
    for (CrawlSource source : sources) {
      hosts.computeIfAbsent(source.hosts().getFirst(), host -> new ArrayList<>()).add(source);
    }
    List<CrawlRun> ended = new CopyOnWriteArrayList<>();
    Queue<IOException> failures = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(MAX_PARALLEL_HOSTS)) {
      for (List<CrawlSource> host : hosts.values()) {
        runningTasks.add(threads.submit(() -> runSequentially(host, ended, failures)));
      }
      try {
        for (Future<?> future : runningTasks) {
          Object unused = future.get();
        }
      } catch (CancellationException e) {
        // The crawl was stopped.
      } catch (ExecutionException e) {
        stop();
        throw new IOException("collecting stopped: " + e.getCause(), e.getCause());
      } finally {
        if (Thread.currentThread().isInterrupted()) {
          stop();
        }
        if (stopped) {
          threads.shutdownNow();
        }
      }
    }
    IOException failure = failures.peek();
    if (failure != null) {
      throw new IOException("collecting stopped: " + failure, failure);
    }
    return ended;
  }

  private void runSequentially(
      List<CrawlSource> sources, List<CrawlRun> endedRuns, Queue<IOException> failures) {
    for (CrawlSource source : sources) {
      if (stopped) {
        break;
      }
      SourceCrawl crawl =
          new SourceCrawl(source, archive, fetcher, warcWriter, clock, listener, () -> stopped);
      try {
        endedRuns.add(crawl.run());
      } catch (CrawlClock.RunInterruptedException e) {
        break;
      } catch (IOException e) {
        if (!stopped) {
          failures.add(e);
        }
      }
    }
  }

  /**
   * Stops all runs soon and for good: what is being fetched is broken off, and nothing is waited
   * for. Another crawler continues the runs.
   */
  public void stop() {
    stopped = true;
    fetcher.abort();
    runningTasks.forEach(future -> future.cancel(true));
  }
}
