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
import org.mingzhang.web.security.SecurityHeaderHandler;

/**
 * Configures the HTTP server: address, limits on connections, headers and idle time, and a graceful
 * stop.
 */
public final class ListenerConfigurer {
  /** Maximum time that running requests have to finish after the portal is told to stop. */
  private static final long STOP_TIMEOUT_MILLIS = 15_000;

  /** Maximum number of open connections; further ones wait in the accept queue. */
  private static final int MAX_CONNECTIONS = 1_000;

  /**
   * Idle timeout while the limit of connections is reached, so that idle connections do not block
   * new ones.
   */
  private static final long IDLE_WHEN_FULL_MILLIS = 500;

  /** Idle timeout of connections. */
  private static final long IDLE_TIMEOUT_MILLIS = 20_000;

  private static final int ACCEPT_QUEUE_LENGTH = 1_024;

  private static final int MAX_HEADER_BYTES = 16 * 1024;

  private final String host;
  private final int port;
  private final @Nullable RequestLog log;
  private final TrustedProxies proxies;
  private final SlowClientHandler slowClients;
  private final RequestWatchdog watchdog;
  private final SecurityHeaderHandler securityHeaders;

  /**
   * Creates the configuration of a server.
   *
   * @param port port, or 0 for any free port
   * @param log access log, or null
   * @param watchdog ends requests that take too long
   * @param securityHeaders headers of error responses of the container
   * @param proxies proxies whose {@code X-Forwarded-For} is trusted
   */
  public ListenerConfigurer(
      String host,
      int port,
      @Nullable RequestLog log,
      RequestWatchdog watchdog,
      SecurityHeaderHandler securityHeaders,
      TrustedProxies proxies) {
    this.proxies = proxies;
    this.slowClients = new SlowClientHandler(proxies);
    this.securityHeaders = securityHeaders;
    this.watchdog = watchdog;
    this.host = host;
    this.port = port;
    this.log = log;
  }

  /**
   * Applies the settings of the listener to the server, and wraps its handlers in the limits of
   * body size, duration and transfer rate.
   */
  public void configure(JavalinConfig config) {
    config.jetty.host = host;
    config.jetty.port = port;
    config.jetty.modifyServer(
        server -> {
          BodySizeLimiter limit = new BodySizeLimiter();
          limit.setHandler(new GracefulHandler());
          watchdog.setHandler(limit);
          slowClients.setHandler(watchdog);
          server.setHandler(slowClients);
          server.setErrorHandler(new ContainerErrorHandler(securityHeaders));
          server.setStopTimeout(STOP_TIMEOUT_MILLIS);
          if (log != null) {
            server.setRequestLog(log);
          }
        });
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(MAX_HEADER_BYTES);
          http.setIdleTimeout(IDLE_TIMEOUT_MILLIS);
          http.addCustomizer(new ForwardedClientCustomizer(proxies));
        });
    config.jetty.addConnector(this::createConnector);
  }

  private ServerConnector createConnector(Server server, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_TIMEOUT_MILLIS);
    connector.setAcceptQueueSize(ACCEPT_QUEUE_LENGTH);
    connector.addBean(slowClients);
    NetworkConnectionLimit limit = new NetworkConnectionLimit(MAX_CONNECTIONS, connector);
    limit.setEndPointIdleTimeout(IDLE_WHEN_FULL_MILLIS);
    connector.addBean(limit);
    return connector;
  }
}
