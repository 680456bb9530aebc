package org.mingzhang.web.guard;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections of clients that send requests or read responses too slowly (Slowloris), which
 * an idle timeout does not detect, and limits the number of connections of one address. Wrap the
 * handlers of a server in it, and add it to the connector, before the server starts. Thread-safe.
 */
public final class SlowClientHandler extends Handler.Wrapper implements Connection.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(SlowClientHandler.class);

  private static final int MAX_CONNECTIONS_PER_ADDRESS = 400;
  private static final long CHECK_INTERVAL_MILLIS = 1_000;

  private final Map<Connection, ConnectionProgress> connections = new ConcurrentHashMap<>();
  private final Map<String, Integer> connectionsByAddress = new ConcurrentHashMap<>();
  private final TrustedProxies proxies;

  SlowClientHandler(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    closeSlowConnections();
  }

  /** Closes the connections of slow clients and schedules the next check, also if one fails. */
  private void closeSlowConnections() {
    long nowNanos = System.nanoTime();
    connections.forEach(
        (connection, progress) -> {
          try {
            closeIfTooSlow(connection, progress, nowNanos);
          } catch (RuntimeException e) {
            LOG.warn("a connection could not be checked", e);
          }
        });
    Scheduler scheduler = getServer().getScheduler();
    if (scheduler.isRunning()) {
      var unused =
          scheduler.schedule(
              this::closeSlowConnections, CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static void closeIfTooSlow(
      Connection connection, ConnectionProgress progress, long nowNanos) {
    EndPoint end = connection.getEndPoint();
    boolean stuck = end instanceof AbstractEndPoint point && point.getWriteFlusher().isPending();
    if (progress.isTooSlow(nowNanos, connection.getBytesIn(), connection.getBytesOut(), stuck)) {
      end.close(new TimeoutException("the client is too slow"));
    }
  }

  @Override
  public void onOpened(Connection connection) {
    String address = limitedAddress(connection);
    int open = connectionsByAddress.merge(address, 1, Integer::sum);
    connections.put(connection, new ConnectionProgress());
    if (open > MAX_CONNECTIONS_PER_ADDRESS && !address.isEmpty()) {
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connections.remove(connection) != null) {
      connectionsByAddress.computeIfPresent(
          limitedAddress(connection), (address, open) -> open > 1 ? open - 1 : null);
    }
  }

  /** The address of a client; empty for this machine and trusted proxies, which have no limit. */
  private String limitedAddress(Connection connection) {
    return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
            && remote.getAddress() != null
            && !remote.getAddress().isLoopbackAddress()
            && !proxies.trusts(remote.getAddress())
        ? remote.getAddress().getHostAddress()
        : "";
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    ConnectionProgress progress = connections.get(connection);
    if (progress == null) {
      return super.handle(request, response, callback);
    }
    progress.startBody(System.nanoTime(), connection.getBytesIn());
    if (request.getLength() == 0) {
      progress.startAnswer(System.nanoTime());
    }
    Request.addCompletionListener(
        request, failure -> progress.finishRequest(connection.getBytesIn()));
    return super.handle(new ProgressRequest(request, progress), response, callback);
  }

  /** Request wrapper that notices when the last chunk of the body has been read. */
  private static final class ProgressRequest extends Request.Wrapper {
    private final ConnectionProgress progress;

    ProgressRequest(Request request, ConnectionProgress progress) {
      super(request);
      this.progress = progress;
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        progress.startAnswer(System.nanoTime());
      }
      return chunk;
    }
  }
}
