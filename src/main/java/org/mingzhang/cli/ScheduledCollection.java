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
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.collect.Collector;
import org.mingzhang.collect.source.Source;
import org.mingzhang.collect.source.SourceList;

/**
 * Collects by schedule while the portal serves: every minute it looks which sources are due, by the
 * file of sources as it stands then, visits them and has what they gave indexed. A run that was
 * interrupted is due at once, unless the host wants to be left alone.
 */
final class ScheduledCollection implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final long GRACE_SECONDS = 15;

  private final CollectOptions options;
  private final DataFolder data;
  private final Instance instance;
  private final Runnable wake;
  private final Terminal terminal;
  private final Clock clock;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().name("collect").daemon().unstarted(work));
  private volatile @Nullable Collector running;
  private final ConcurrentHashMap<String, String> asking = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;
  private String said = "";

  /**
   * Begins.
   *
   * @param wake has what waits in the queue read
   */
  ScheduledCollection(
      CollectOptions options,
      DataFolder data,
      Instance instance,
      Runnable wake,
      Terminal terminal,
      Clock clock) {
    this.options = options;
    this.data = data;
    this.instance = instance;
    this.wake = wake;
    this.terminal = terminal;
    this.clock = clock;
    var unused =
        clockwork.scheduleWithFixedDelay(this::look, 0, LOOK.toSeconds(), TimeUnit.SECONDS);
  }

  /** Sources whose time has come. */
  static List<Source> due(List<Source> sources, Frontier frontier, Instant now) {
    List<Source> due = new ArrayList<>();
    for (Source source : sources) {
      Optional<CollectionRun> last = frontier.lastRun(source.name());
      if (last.isEmpty() || !at(last.get(), source).isAfter(now)) {
        due.add(source);
      }
    }
    return due;
  }

  private static Instant at(CollectionRun last, Source source) {
    if (last.state() == CollectionRun.State.ENDED) {
      return last.began().plus(source.limits().every());
    }
    Instant rest = last.resumeAt();
    return rest == null ? last.began() : rest;
  }

  private void look() {
    try {
      if (!options.isThere()) {
        return;
      }
      SourceList list = options.list();
      List<Source> due =
          new ArrayList<>(due(list.sources(), instance.archive().frontier(), clock.instant()));
      list.sources().stream()
          .filter(source -> asked.contains(source.name()) && !due.contains(source))
          .forEach(due::add);
      asked.clear();
      if (!due.isEmpty() && !closed) {
        visit(list, due);
      }
      said = "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      sayOnce("collecting: " + e.getMessage());
    }
  }

  private void visit(SourceList list, List<Source> due) throws IOException, InterruptedException {
    Collector collector =
        options.collector(
            list,
            data,
            instance.archive(),
            new CollectProgress(new CollectPrinter(terminal, wake), asking));
    running = collector;
    try {
      if (closed) {
        collector.stop();
      }
      Object unused = collector.run(due);
    } finally {
      running = null;
      asking.clear();
      wake.run();
    }
  }

  /** A fault that comes back every minute is told once. */
  private void sayOnce(String line) {
    if (!line.equals(said)) {
      said = line;
      terminal.err().println(line);
    }
  }

  /** Has a source visited when the run that is under way is over, due or not. */
  void visitSoon(String name) {
    asked.add(name);
    clockwork.execute(this::look);
  }

  /** Whether a source waits to be visited because somebody asked for it. */
  boolean isAsked(String name) {
    return asked.contains(name);
  }

  /** The address that a source is being asked for. */
  Optional<String> asking(String name) {
    return Optional.ofNullable(asking.get(name));
  }

  /** Ends a run soon; it goes on with the next start. */
  @Override
  public void close() {
    closed = true;
    Collector collector = running;
    if (collector != null) {
      collector.stop();
    }
    clockwork.shutdownNow();
    try {
      if (!clockwork.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        terminal.err().println("a run of collecting did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
