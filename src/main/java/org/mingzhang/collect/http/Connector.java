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

/** Connects to addresses that were checked, by their number; a certificate must be for the name. */
final class Connector {
  private final FetchLimits limits;

  Connector(FetchLimits limits) {
    this.limits = limits;
  }

  /** A connection to the first of the addresses that takes one. */
  Socket to(URI uri, List<InetAddress> addresses) throws IOException {
    boolean secure = "https".equals(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
    IOException last = new IOException("no address");
    for (InetAddress address : addresses) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), (int) limits.connect().toMillis());
        socket.setSoTimeout((int) limits.silence().toMillis());
        return secure ? encrypted(socket, uri.getHost(), port) : socket;
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

  private static Socket encrypted(Socket socket, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secure = (SSLSocket) factory.createSocket(socket, host, port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }
}
