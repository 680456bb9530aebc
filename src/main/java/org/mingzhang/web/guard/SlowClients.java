package org.mingzhang.web.guard;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections of clients that send requests or read responses too slowly (Slowloris), which
 * an idle timeout does not detect, and limits the number of connections of one address. Wrap the
 * handlers of a server in it and add it to the connector before the server starts. Safe on many
 * threads.
 */
public final class SlowClients extends Handler.Wrapper implements Connection.Listener {
  private static final int MOST_OF_ONE_ADDRESS = 400;
  private static final long LOOK_MILLIS = 1_000;

  private final Map<Connection, ClientProgress> clients = new ConcurrentHashMap<>();
  private final Map<String, Integer> addresses = new ConcurrentHashMap<>();
  private final TrustedProxies proxies;

  SlowClients(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    look();
  }

  private void look() {
    long now = System.nanoTime();
    clients.forEach(
        (connection, client) -> {
          EndPoint end = connection.getEndPoint();
          boolean stuck =
              end instanceof AbstractEndPoint point && point.getWriteFlusher().isPending();
          if (client.tooSlow(now, connection.getBytesIn(), connection.getBytesOut(), stuck)) {
            end.close(new TimeoutException("the client is too slow"));
          }
        });
    Scheduler scheduler = getServer().getScheduler();
    if (scheduler.isRunning()) {
      var unused = scheduler.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void onOpened(Connection connection) {
    String address = address(connection);
    int open = addresses.merge(address, 1, Integer::sum);
    clients.put(connection, new ClientProgress());
    if (open > MOST_OF_ONE_ADDRESS && !address.isEmpty()) {
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (clients.remove(connection) != null) {
      addresses.computeIfPresent(
          address(connection), (address, open) -> open > 1 ? open - 1 : null);
    }
  }

  /** The address of a client; empty for this machine and trusted proxies, which have no limit. */
  private String address(Connection connection) {
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
    ClientProgress client = clients.get(connection);
    if (client == null) {
      return super.handle(request, response, callback);
    }
    client.headRead(System.nanoTime(), connection.getBytesIn());
    if (request.getLength() == 0) {
      client.bodyRead(System.nanoTime());
    }
    Request.addCompletionListener(request, failure -> client.answered(connection.getBytesIn()));
    return super.handle(new Watched(request, client), response, callback);
  }

  /** Reports when the last chunk of the body has been read. */
  private static final class Watched extends Request.Wrapper {
    private final ClientProgress client;

    Watched(Request request, ClientProgress client) {
      super(request);
      this.client = client;
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        client.bodyRead(System.nanoTime());
      }
      return chunk;
    }
  }
}
