package org.mingzhang.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.collect.http.CollectorClock;
import org.mingzhang.collect.http.HttpFetcher;
import org.mingzhang.collect.source.Source;
import org.mingzhang.collect.warc.WarcStore;

/**
 * Visits sources and hands the documents to the queue of the archive, with proof of where from. Not
 * more than one request at a time goes to a host; several hosts are visited side by side. What was
 * begun goes on with the next run.
 */
public final class Collector {
  private static final int HOSTS = 4;

  private final Archive archive;
  private final WarcStore warc;
  private final PoliteFetcher requests;
  private final CollectorClock pace;
  private final CollectListener listener;
  private volatile boolean stopped;

  /** A collector over an open archive, which it leaves open. */
  public Collector(
      Archive archive,
      WarcStore warc,
      HttpFetcher fetcher,
      CollectorClock pace,
      CollectListener listener) {
    this.archive = archive;
    this.warc = warc;
    this.requests = new PoliteFetcher(fetcher, warc, archive.frontier(), pace);
    this.pace = pace;
    this.listener = listener;
  }

  /** Clears what a process that was killed has left of answers. */
  public static Path clearedFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.deleteIfExists(file);
      }
    }
    return folder;
  }

  /** Runs over sources; returns how each run ended, in no order. */
  public List<CollectionRun> run(List<Source> sources) throws IOException, InterruptedException {
    Map<String, List<Source>> hosts = new LinkedHashMap<>();
    for (Source source : sources) {
      hosts.computeIfAbsent(source.hosts().getFirst(), host -> new ArrayList<>()).add(source);
    }
    List<CollectionRun> ended = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(HOSTS)) {
      List<Future<List<CollectionRun>>> running = new ArrayList<>();
      for (List<Source> host : hosts.values()) {
        running.add(threads.submit(() -> oneAfterTheOther(host)));
      }
      try {
        for (Future<List<CollectionRun>> each : running) {
          ended.addAll(each.get());
        }
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
    return ended;
  }

  private List<CollectionRun> oneAfterTheOther(List<Source> sources) throws IOException {
    List<CollectionRun> ended = new ArrayList<>();
    for (Source source : sources) {
      if (stopped) {
        break;
      }
      SourceRun run = new SourceRun(source, archive, requests, warc, pace, listener, () -> stopped);
      try {
        ended.add(run.run());
      } catch (CollectorClock.Interrupted e) {
        break;
      }
    }
    return ended;
  }

  /** Ends all runs soon; they go on with the next. */
  public void stop() {
    stopped = true;
  }
}
