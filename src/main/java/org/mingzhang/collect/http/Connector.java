package org.mingzhang.collect.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Connects to checked IP addresses; a TLS certificate must be valid for the host name. */
final class Connector {
  private final FetchLimits limits;

  Connector(FetchLimits limits) {
    this.limits = limits;
  }

  /**
   * Connects to the first address that accepts a connection.
   *
   * @throws SSLException if its TLS handshake fails; further addresses are not tried then
   * @throws FetchException if no address accepts a connection
   */
  Socket connect(URI uri, List<InetAddress> addresses) throws IOException {
    boolean secure = "https".equals(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
    IOException last = new IOException("no address");
    for (InetAddress address : addresses) {
      Socket socket = new Socket();
      try {
        socket.connect(
            new InetSocketAddress(address, port), (int) limits.connectTimeout().toMillis());
        socket.setSoTimeout((int) limits.maxSilence().toMillis());
        return secure ? startTls(socket, uri.getHost(), port) : socket;
      } catch (SSLException e) {
        socket.close();
        throw e;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw new FetchException(
        FetchException.Reason.UNREACHABLE,
        "no connection to " + uri.getRawAuthority() + ": " + last.getMessage(),
        last);
  }

  private static Socket startTls(Socket socket, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secure = (SSLSocket) factory.createSocket(socket, host, port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }
}
