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
 * Cuts clients that send a request or read an answer so slowly that they only keep a connection
 * busy: a byte now and then is no silence, which is all that an idle timeout sees. Also bounds how
 * many connections one address has. Put it around the handlers of a server and add it to its
 * connector, before the server starts. Safe on many threads.
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
            end.close(new java.util.concurrent.TimeoutException("the client is too slow"));
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

  /** The address of a client; empty for this machine and for proxies, which ask for everybody. */
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

  /** Tells when the last of a body has been read. */
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
