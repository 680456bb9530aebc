package org.mingzhang.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Checks the options {@code --host} and {@code --port} of a server before it opens its data. */
final class ListenAddress {
  private ListenAddress() {}

  /**
   * Checks that a server can listen.
   *
   * @param host name or address of a network interface of this machine
   * @param port port, 0 for any free one
   * @throws BadOptionException if the port is out of range, taken or not permitted, or the host is
   *     not this machine
   */
  static void check(String host, int port) {
    BadOptionException.requireRange("--port", port, 0, 65_535);
    if (new InetSocketAddress(host, port).isUnresolved()) {
      throw new BadOptionException("--host: there is no host " + host);
    }
    try {
      bind(host, port);
    } catch (IOException e) {
      throw new BadOptionException(describeFailure(host, port, e));
    }
  }

  /**
   * Describes a failure to listen: names the port if another port of the address can be used,
   * otherwise the host.
   */
  private static String describeFailure(String host, int port, IOException failure) {
    try {
      bind(host, 0);
      return "--port: port " + port + " of " + host + " cannot be used: " + failure.getMessage();
    } catch (IOException e) {
      return "--host: " + host + " is not an address of this machine: " + e.getMessage();
    }
  }

  private static void bind(String host, int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    }
  }
}
