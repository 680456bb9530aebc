package org.mingzhang.web.guard;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.security.SecurityHeaders;

/**
 * How the portal listens: on one address, with bounds on connections, heads of requests and
 * silence, and with an end that lets requests under way finish.
 */
public final class ListenerSettings {
  /** Requests under way when the portal is told to end have so long to be answered. */
  private static final long STOP_MILLIS = 15_000;

  /** More wait outside until one of them ends. */
  private static final int MOST_CONNECTIONS = 1_000;

  /**
   * When there are that many, those that are silent for so long make room. Clients that leave
   * connections open after an answer they did not read would otherwise keep everybody out until
   * they are collected.
   */
  private static final long SILENCE_WHEN_FULL_MILLIS = 500;

  /** A client that says nothing for so long is cut. */
  private static final long IDLE_MILLIS = 20_000;

  /** Connections that wait to be accepted while the processors are busy. */
  private static final int LINE_OUTSIDE = 1_024;

  private static final int LARGEST_HEAD = 16 * 1024;

  private final String host;
  private final int port;
  private final @Nullable RequestLog log;
  private final TrustedProxies proxies;
  private final SlowClients slow;
  private final RequestWatch watch;
  private final SecurityHeaders security;

  /**
   * Listens on an address.
   *
   * @param port 0 for any free one
   * @param log where requests are written down, or null
   * @param watch what ends requests that take too long
   * @param security headers of what the container itself answers
   * @param proxies proxies that are believed what the addresses of their clients are
   */
  public ListenerSettings(
      String host,
      int port,
      @Nullable RequestLog log,
      RequestWatch watch,
      SecurityHeaders security,
      TrustedProxies proxies) {
    this.proxies = proxies;
    this.slow = new SlowClients(proxies);
    this.security = security;
    this.watch = watch;
    this.host = host;
    this.port = port;
    this.log = log;
  }

  /** Sets the server up for it. */
  public void configure(JavalinConfig config) {
    config.jetty.host = host;
    config.jetty.port = port;
    config.jetty.modifyServer(
        server -> {
          BodyLimit limit = new BodyLimit();
          limit.setHandler(new GracefulHandler());
          watch.setHandler(limit);
          slow.setHandler(watch);
          server.setHandler(slow);
          server.setErrorHandler(new ContainerErrors(security));
          server.setStopTimeout(STOP_MILLIS);
          if (log != null) {
            server.setRequestLog(log);
          }
        });
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(LARGEST_HEAD);
          http.setIdleTimeout(IDLE_MILLIS);
          http.addCustomizer(new ForwardedClients(proxies));
        });
    config.jetty.addConnector(this::connector);
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(LINE_OUTSIDE);
    connector.addBean(slow);
    NetworkConnectionLimit limit = new NetworkConnectionLimit(MOST_CONNECTIONS, connector);
    limit.setEndPointIdleTimeout(SILENCE_WHEN_FULL_MILLIS);
    connector.addBean(limit);
    return connector;
  }
}
