package org.mingzhang.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.collect.Crawler;
import org.mingzhang.collect.source.CrawlSource;
import org.mingzhang.collect.source.SourceList;

/**
 * Crawls sources by schedule while the portal serves. A minute after each check or run, it reads
 * the file of sources again and crawls the sources that are due. A source whose run was interrupted
 * is due at once, or after the pause that its host has asked for. Thread-safe.
 */
final class CrawlScheduler implements AutoCloseable {
  private static final Duration CHECK_INTERVAL = Duration.ofMinutes(1);
  private static final long GRACE_SECONDS = 15;

  private final CollectOptions options;
  private final DataFolder data;
  private final IndexedArchive indexedArchive;
  private final Runnable wakeIndexing;
  private final Terminal terminal;
  private final Clock clock;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().name("collect").daemon().unstarted(work));
  private volatile @Nullable Crawler runningCrawler;
  private final ConcurrentHashMap<String, String> currentAddresses = new ConcurrentHashMap<>();
  private final Set<String> requestedSources = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;
  private String lastMessage = "";

  /**
   * Starts the schedule.
   *
   * @param options options of crawling; a missing file of sources means that there are none
   * @param wakeIndexing starts the indexing of queued documents; must return at once
   */
  CrawlScheduler(
      CollectOptions options,
      DataFolder data,
      IndexedArchive indexedArchive,
      Runnable wakeIndexing,
      Terminal terminal,
      Clock clock) {
    this.options = options;
    this.data = data;
    this.indexedArchive = indexedArchive;
    this.wakeIndexing = wakeIndexing;
    this.terminal = terminal;
    this.clock = clock;
    var unused =
        scheduler.scheduleWithFixedDelay(
            this::runDueSources, 0, CHECK_INTERVAL.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * The sources that are due: those that were never crawled, those whose interval has passed since
   * the beginning of their last complete run, and those whose last run was interrupted and whose
   * pause, if any, is over.
   */
  static List<CrawlSource> findDue(List<CrawlSource> sources, Frontier frontier, Instant now) {
    List<CrawlSource> due = new ArrayList<>();
    for (CrawlSource source : sources) {
      Optional<CrawlRun> last = frontier.findLastRun(source.name());
      if (last.isEmpty() || !nextRunTime(last.get(), source).isAfter(now)) {
        due.add(source);
      }
    }
    return due;
  }

  private static Instant nextRunTime(CrawlRun lastRun, CrawlSource source) {
    if (lastRun.state() == CrawlRun.State.ENDED) {
      return lastRun.startedAt().plus(source.limits().interval());
    }
    Instant rest = lastRun.resumeAt();
    return rest == null ? lastRun.startedAt() : rest;
  }

  private void runDueSources() {
    try {
      if (!options.exists()) {
        return;
      }
      SourceList list = options.read();
      List<CrawlSource> due =
          new ArrayList<>(
              findDue(list.sources(), indexedArchive.archive().frontier(), clock.instant()));
      takeRequested(list.sources(), requestedSources).stream()
          .filter(source -> !due.contains(source))
          .forEach(due::add);
      if (!due.isEmpty() && !closed) {
        run(list, due);
      }
      lastMessage = "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      printUnlessRepeated("collecting: " + e.getMessage());
    }
  }

  /**
   * Removes the requests made so far and returns the sources that they name. A request that another
   * thread adds meanwhile is either among them or stays for the next time.
   */
  static List<CrawlSource> takeRequested(List<CrawlSource> sources, Set<String> requests) {
    List<String> taken = List.copyOf(requests);
    taken.forEach(requests::remove);
    return sources.stream().filter(source -> taken.contains(source.name())).toList();
  }

  private void run(SourceList list, List<CrawlSource> due)
      throws IOException, InterruptedException {
    Crawler crawler =
        options.createCrawler(
            list,
            data,
            indexedArchive.archive(),
            new CrawlProgressTracker(terminal, wakeIndexing, currentAddresses));
    runningCrawler = crawler;
    try {
      if (closed) {
        crawler.stop();
      }
      Object unused = crawler.run(due);
    } finally {
      runningCrawler = null;
      currentAddresses.clear();
      wakeIndexing.run();
    }
  }

  /** Prints a message unless it repeats the last one. */
  private void printUnlessRepeated(String line) {
    if (!line.equals(lastMessage)) {
      lastMessage = line;
      terminal.printError(line);
    }
  }

  /**
   * Requests a run of a source, due or not, after the current run; returns at once.
   *
   * @return whether the run will take place; false if the scheduler is closed
   */
  boolean requestRun(String name) {
    try {
      requestedSources.add(name);
      scheduler.execute(this::runDueSources);
      return true;
    } catch (RejectedExecutionException closing) {
      requestedSources.remove(name);
      return false;
    }
  }

  /** Whether a requested run of a source has not started yet. */
  boolean isRequested(String name) {
    return requestedSources.contains(name);
  }

  /** The address that is being fetched for a source; empty if none is. */
  Optional<String> findCurrentAddress(String name) {
    return Optional.ofNullable(currentAddresses.get(name));
  }

  /**
   * Stops the current run, within {@link #GRACE_SECONDS}; the run is continued after the next
   * start.
   */
  @Override
  public void close() {
    closed = true;
    Crawler crawler = runningCrawler;
    if (crawler != null) {
      crawler.stop();
    }
    scheduler.shutdownNow();
    try {
      if (!scheduler.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        terminal.err().println("collecting did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
