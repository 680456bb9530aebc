package org.mingzhang.web.guard;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Replaces the remote address of requests from trusted proxies by the address of the proxy's
 * client, with port 0, for limits, logs and all other uses.
 */
final class ForwardedClientCustomizer implements HttpConfiguration.Customizer {
  static final String HEADER = "X-Forwarded-For";

  private final TrustedProxies proxies;

  ForwardedClientCustomizer(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    ConnectionMetaData connection = request.getConnectionMetaData();
    if (!(connection.getRemoteSocketAddress() instanceof InetSocketAddress sender)
        || sender.getAddress() == null) {
      return request;
    }
    String forwarded = String.join(",", request.getHeaders().getValuesList(HEADER));
    InetAddress client =
        proxies.findClient(sender.getAddress(), forwarded.isEmpty() ? null : forwarded);
    if (client.equals(sender.getAddress())) {
      return request;
    }
    ConnectionMetaData seen =
        new ConnectionMetaData.Wrapper(connection) {
          @Override
          public SocketAddress getRemoteSocketAddress() {
            return new InetSocketAddress(client, 0);
          }
        };
    return new Request.Wrapper(request) {
      @Override
      public ConnectionMetaData getConnectionMetaData() {
        return seen;
      }
    };
  }
}
