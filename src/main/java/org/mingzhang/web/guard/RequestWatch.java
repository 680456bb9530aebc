package org.mingzhang.web.guard;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends requests whose thread runs over its limit, and says in the log where it was. A request is
 * over its limit when nothing was received or sent for so long while its client waits, or when it
 * lasts too long in all. Put it around the handlers of a server before the server starts. Safe on
 * many threads.
 *
 * <p>The thread is interrupted first; a handler that heeds that can still answer. What goes on has
 * its connection closed, so that whatever it reads or writes fails. What still goes on cannot be
 * ended from outside in Java; it is counted in {@link #lost}, its place is no longer held against
 * others, and when there are as many such threads as may be borne, {@link #whenLost} is told once.
 */
public final class RequestWatch extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);
  private static final int FRAMES = 25;

  /**
   * How long requests may take.
   *
   * @param silence without a byte in or out, unless {@link #allow} says otherwise
   * @param whole in all
   * @param grace between interrupting, closing and giving up
   * @param lost threads that cannot be ended from which on the program is no longer of use
   */
  public record Limits(Duration silence, Duration whole, Duration grace, int lost) {
    /** Pages take seconds at most; an original over a thin line takes hours. */
    public static final Limits USUAL =
        new Limits(
            Duration.ofSeconds(30),
            Duration.ofHours(4),
            Duration.ofSeconds(5),
            Runtime.getRuntime().availableProcessors());
  }

  private record Watched(RunningRequest own, Connection connection) {}

  private final Map<Thread, Watched> running = new ConcurrentHashMap<>();
  private final AtomicInteger lost = new AtomicInteger();
  private final Limits limits;
  private volatile Runnable whenLost = () -> {};

  /** A watch with these limits. */
  public RequestWatch(Limits limits) {
    this.limits = limits;
  }

  /** What to do when too many threads cannot be ended. */
  public void whenLost(Runnable work) {
    whenLost = work;
  }

  /** Threads that could not be ended and still run. */
  public int lost() {
    return lost.get();
  }

  /** Whether so many threads cannot be ended that the program should be started anew. */
  public boolean helpless() {
    return lost.get() >= limits.lost();
  }

  /** Gives the request of this thread another time without a byte. */
  public void allow(Duration silence) {
    Watched own = running.get(Thread.currentThread());
    if (own != null) {
      own.own().limit(silence.toNanos());
    }
  }

  /**
   * Does something when the request of this thread is cut; the thread itself may not come to it.
   */
  public void whenCut(Runnable work) {
    Watched own = running.get(Thread.currentThread());
    if (own != null) {
      own.own().whenCut(work);
    }
  }

  /** Whether the request of this thread was cut; if so it may answer now, no longer interrupted. */
  public boolean wasCut() {
    Watched own = running.get(Thread.currentThread());
    if (own == null || !own.own().cut()) {
      return false;
    }
    var unused = Thread.interrupted();
    return true;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    look();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Thread thread = Thread.currentThread();
    RunningRequest own =
        new RunningRequest(thread, name(request), System.nanoTime(), limits.silence().toNanos());
    running.put(thread, new Watched(own, request.getConnectionMetaData().getConnection()));
    try {
      return super.handle(request, response, callback);
    } finally {
      own.end();
      running.remove(thread);
      if (own.cut()) {
        over(own);
      }
    }
  }

  private static String name(Request request) {
    String path = request.getMethod() + " " + Request.getPathInContext(request);
    return path.substring(0, Math.min(300, path.length())).replaceAll("\\p{Cntrl}", "?");
  }

  private void over(RunningRequest own) {
    boolean interrupted = Thread.interrupted();
    LOG.warn(
        "the request {} has ended after {} s{}",
        own.name(),
        own.seconds(System.nanoTime()),
        interrupted ? ", its thread interrupted" : "");
    if (own.givenUp()) {
      lost.decrementAndGet();
    }
  }

  private void look() {
    long now = System.nanoTime();
    running.values().forEach(each -> look(each.own(), each.connection(), now));
    Scheduler scheduler = getServer().getScheduler();
    if (scheduler.isRunning()) {
      long wait = Math.clamp(limits.grace().toMillis() / 5, 10, 1_000);
      var unused = scheduler.schedule(this::look, wait, TimeUnit.MILLISECONDS);
    }
  }

  private void look(RunningRequest own, Connection connection, long now) {
    EndPoint end = connection.getEndPoint();
    boolean clientBusy =
        end instanceof AbstractEndPoint point && point.getWriteFlusher().isPending();
    long bytes = connection.getBytesIn() + connection.getBytesOut();
    switch (own.next(now, bytes, clientBusy, limits.whole().toNanos(), limits.grace().toNanos())) {
      case NONE -> {}
      case INTERRUPT -> {
        LOG.warn(
            "the request {} runs for {} s and is ended; its thread is at\n{}",
            own.name(),
            own.seconds(now),
            place(own.thread()));
        own.interrupt();
      }
      case CLOSE -> end.close(new TimeoutException("the request took too long"));
      case GIVE_UP -> giveUp(own);
    }
  }

  private void giveUp(RunningRequest own) {
    int now = lost.incrementAndGet();
    LOG.error(
        "the request {} cannot be ended, with it {} of {} that may be borne; its thread is at\n{}",
        own.name(),
        now,
        limits.lost(),
        place(own.thread()));
    if (now == limits.lost()) {
      whenLost.run();
    }
  }

  private static String place(Thread thread) {
    return Stream.of(thread.getStackTrace())
        .limit(FRAMES)
        .map(frame -> "    at " + frame)
        .collect(Collectors.joining("\n"));
  }
}
