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
 * A watchdog that ends requests over their time limit and logs their stack trace. A request is over
 * its limit if no byte is received or sent for too long, or if the whole request takes too long.
 * Wrap the handlers of a server in it before the server starts. Thread-safe.
 *
 * <p>First the thread is interrupted and its end actions run; a handler that responds to the
 * interrupt can still answer. Then its connection is closed, so that its reads and writes fail. A
 * thread that still runs is stuck, since Java cannot end it: it is counted, and the action of
 * {@link #onStuckRequests} runs when the number of stuck threads reaches the limit.
 */
public final class RequestWatchdog extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(RequestWatchdog.class);
  private static final int MAX_STACK_FRAMES = 25;

  /**
   * The times after which a request is ended.
   *
   * @param maxSilence maximum time without a byte received or sent, unless {@link #setSilenceLimit}
   *     changes it
   * @param maxTotalTime maximum total time
   * @param gracePeriod time between interrupting, closing and giving up
   * @param stuckThreadLimit number of stuck threads at which the program has to be restarted
   */
  public record Limits(
      Duration maxSilence, Duration maxTotalTime, Duration gracePeriod, int stuckThreadLimit) {
    /**
     * The default limits. The total time is long because sending an original over a slow connection
     * may take hours.
     */
    public static final Limits DEFAULT =
        new Limits(
            Duration.ofSeconds(30),
            Duration.ofHours(4),
            Duration.ofSeconds(5),
            Runtime.getRuntime().availableProcessors());
  }

  private record WatchedRequest(RunningRequest request, Connection connection) {}

  private final Map<Thread, WatchedRequest> requestByThread = new ConcurrentHashMap<>();
  private final AtomicInteger stuckThreads = new AtomicInteger();
  private final Limits limits;
  private volatile Runnable stuckThreadsAction = () -> {};

  /** Creates a watchdog with these limits. */
  public RequestWatchdog(Limits limits) {
    this.limits = limits;
  }

  /**
   * Sets the action that runs, on a thread of the server's scheduler, whenever the number of stuck
   * threads reaches its limit. It replaces an earlier action.
   */
  public void onStuckRequests(Runnable action) {
    stuckThreadsAction = action;
  }

  /** Number of stuck threads, that is, threads that could not be ended and are still running. */
  public int stuckThreadCount() {
    return stuckThreads.get();
  }

  /** Whether there are so many stuck threads that the program has to be restarted. */
  public boolean hasTooManyStuckThreads() {
    return stuckThreads.get() >= limits.stuckThreadLimit();
  }

  /**
   * Changes the maximum time without progress for the request of this thread; no effect if the
   * thread serves no request.
   */
  public void setSilenceLimit(Duration maxSilence) {
    WatchedRequest watchedRequest = requestByThread.get(Thread.currentThread());
    if (watchedRequest != null) {
      watchedRequest.request().setSilenceLimitNanos(maxSilence.toNanos());
    }
  }

  /**
   * Registers an action that runs once, on a thread of the server's scheduler, when the request of
   * this thread is ended, for cleanup that the thread itself may never reach. If the request has
   * already been ended, the action runs at once. It does not run if the request finishes in time or
   * if the thread serves no request.
   */
  public void addEndAction(Runnable action) {
    WatchedRequest watchedRequest = requestByThread.get(Thread.currentThread());
    if (watchedRequest != null) {
      watchedRequest.request().addEndAction(action);
    }
  }

  /**
   * Whether the request of this thread was ended. Clears the thread's interrupt, so that it can
   * send a response.
   */
  public boolean clearInterruptIfEnded() {
    WatchedRequest watchedRequest = requestByThread.get(Thread.currentThread());
    if (watchedRequest == null || !watchedRequest.request().isEnding()) {
      return false;
    }
    var unused = Thread.interrupted();
    return true;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    checkLimits();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Thread thread = Thread.currentThread();
    RunningRequest own =
        new RunningRequest(
            thread, describeRequest(request), System.nanoTime(), limits.maxSilence().toNanos());
    requestByThread.put(
        thread, new WatchedRequest(own, request.getConnectionMetaData().getConnection()));
    try {
      return super.handle(request, response, callback);
    } finally {
      own.markFinished();
      requestByThread.remove(thread);
      if (own.isEnding()) {
        logEnd(own);
      }
    }
  }

  private static String describeRequest(Request request) {
    String path = request.getMethod() + " " + Request.getPathInContext(request);
    return path.substring(0, Math.min(300, path.length())).replaceAll("\\p{Cntrl}", "?");
  }

  /**
   * Uncounts the thread of an ended request if it was stuck, then logs that the request has
   * finished. Clears the interrupt of this thread.
   */
  private void logEnd(RunningRequest request) {
    boolean interrupted = Thread.interrupted();
    if (request.isStuck()) {
      stuckThreads.decrementAndGet();
    }
    LOG.warn(
        "the request {} has ended after {} s{}",
        request.name(),
        request.elapsedSeconds(System.nanoTime()),
        interrupted ? ", its thread interrupted" : "");
  }

  /** Checks all running requests and schedules the next check, also if a check fails. */
  private void checkLimits() {
    try {
      long nowNanos = System.nanoTime();
      requestByThread
          .values()
          .forEach(each -> checkLimits(each.request(), each.connection(), nowNanos));
    } catch (RuntimeException e) {
      LOG.error("running requests could not be checked", e);
    }
    Scheduler scheduler = getServer().getScheduler();
    if (scheduler.isRunning()) {
      long waitMillis = Math.clamp(limits.gracePeriod().toMillis() / 5, 10, 1_000);
      var unused = scheduler.schedule(this::checkLimits, waitMillis, TimeUnit.MILLISECONDS);
    }
  }

  private void checkLimits(RunningRequest request, Connection connection, long nowNanos) {
    EndPoint end = connection.getEndPoint();
    boolean clientBusy =
        end instanceof AbstractEndPoint point && point.getWriteFlusher().isPending();
    long bytes = connection.getBytesIn() + connection.getBytesOut();
    switch (request.advanceIfDue(
        nowNanos,
        bytes,
        clientBusy,
        limits.maxTotalTime().toNanos(),
        limits.gracePeriod().toNanos())) {
      case NONE -> {}
      case INTERRUPT -> {
        LOG.warn(
            "the request {} has run for {} s and is being ended; its thread is at\n{}",
            request.name(),
            request.elapsedSeconds(nowNanos),
            formatStackTrace(request.thread()));
        request.interrupt();
      }
      case CLOSE -> end.close(new TimeoutException("the request took too long"));
      case GIVE_UP -> recordStuckRequest(request);
    }
  }

  private void recordStuckRequest(RunningRequest request) {
    int stuckCount = stuckThreads.incrementAndGet();
    LOG.error(
        "the request {} cannot be ended (stuck threads: {} of at most {}); its thread is at\n{}",
        request.name(),
        stuckCount,
        limits.stuckThreadLimit(),
        formatStackTrace(request.thread()));
    if (stuckCount == limits.stuckThreadLimit()) {
      stuckThreadsAction.run();
    }
  }

  private static String formatStackTrace(Thread thread) {
    return Stream.of(thread.getStackTrace())
        .limit(MAX_STACK_FRAMES)
        .map(frame -> "    at " + frame)
        .collect(Collectors.joining("\n"));
  }
}
