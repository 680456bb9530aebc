package org.mingzhang.web.address;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address of the portal as readers see it, for links that are used outside the portal:
 * permalinks, feeds, site maps, citations. The configured address is used. If none is configured,
 * the {@code Host} of the request is used, provided that it is a local name, the local address of
 * the connection, or a name that the operator allows. Any other {@code Host} is never repeated in a
 * response; links then begin with their path. Immutable.
 */
public final class PortalBaseUrl {
  private static final List<String> LOCAL_HOSTS = List.of("localhost", "127.0.0.1", "[::1]");

  private final @Nullable String configuredUrl;
  private final Set<String> hosts = new HashSet<>(LOCAL_HOSTS);

  /**
   * Creates an instance.
   *
   * @param configuredUrl address that readers use, without a closing slash, or null
   * @param allowedHosts further names accepted in {@code Host}, without a port
   */
  public PortalBaseUrl(@Nullable String configuredUrl, List<String> allowedHosts) {
    this.configuredUrl = configuredUrl;
    allowedHosts.forEach(name -> hosts.add(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * The origin for a request, without a closing slash; empty if its {@code Host} is not accepted.
   */
  public String resolveOrigin(Context ctx) {
    if (configuredUrl != null) {
      return configuredUrl;
    }
    String host = ctx.host();
    return isAccepted(host, ctx) ? ctx.scheme() + "://" + host : "";
  }

  /** Whether the {@code Host} of a request is accepted. */
  public boolean acceptsHost(Context ctx) {
    return isAccepted(ctx.host(), ctx);
  }

  /**
   * Whether a request has no {@code Origin} header or one with an accepted name. Browsers state in
   * this header the site whose page made the request.
   */
  public boolean acceptsOrigin(Context ctx) {
    String page = ctx.header("Origin");
    return page == null || isAccepted(page.replaceFirst("^https?://", ""), ctx);
  }

  /**
   * Whether a request has no {@code Origin} header or one that states the portal's own origin: the
   * configured address, or scheme-independent (a proxy may terminate TLS) the name and port that
   * the request addresses.
   */
  public boolean isOwnOrigin(Context ctx) {
    String page = ctx.header("Origin");
    if (page == null) {
      return true;
    }
    String authority = page.replaceFirst("^https?://", "");
    boolean isWebPage = authority.length() < page.length();
    return isWebPage
        && (authority.equalsIgnoreCase(ctx.host())
            || (configuredUrl != null
                && authority.equalsIgnoreCase(URI.create(configuredUrl).getRawAuthority())));
  }

  private boolean isAccepted(@Nullable String host, Context ctx) {
    String name = host == null ? null : hostName(host);
    return name != null
        && (hosts.contains(name)
            || name.equals(localAddress(ctx))
            || name.equals(configuredName()));
  }

  private @Nullable String configuredName() {
    return configuredUrl == null ? null : hostName(URI.create(configuredUrl).getRawAuthority());
  }

  /**
   * The name or address in a {@code Host} header, in lower case; null if the header is malformed.
   */
  private static @Nullable String hostName(String host) {
    try {
      URI parsed = new URI("http://" + host);
      String name = parsed.getHost();
      boolean plain = host.equals(parsed.getRawAuthority()) && parsed.getRawUserInfo() == null;
      return name == null || !plain ? null : name.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException notAHost) {
      return null;
    }
  }

  private static String localAddress(Context ctx) {
    String address = ctx.req().getLocalAddr();
    return address != null && address.indexOf(':') >= 0 && !address.startsWith("[")
        ? "[" + address + "]"
        : String.valueOf(address);
  }
}
