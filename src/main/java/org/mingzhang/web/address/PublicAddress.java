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
 * The address of the portal as readers see it, for links that stand alone: permalinks, feeds, site
 * maps, citations. It is what the operator says; else the host that a request names, if that is one
 * of this machine's own names, the very address it came in at, or one the operator allows. Whatever
 * else a request calls the portal is not repeated: links then begin with their path. Immutable.
 */
public final class PublicAddress {
  private static final List<String> OWN = List.of("localhost", "127.0.0.1", "[::1]");

  private final @Nullable String configured;
  private final Set<String> hosts = new HashSet<>(OWN);

  /**
   * An origin.
   *
   * @param configured address readers use, without a closing slash, or null
   * @param allowed names by which readers may call the portal, without a port
   */
  public PublicAddress(@Nullable String configured, List<String> allowed) {
    this.configured = configured;
    allowed.forEach(name -> hosts.add(name.toLowerCase(Locale.ROOT)));
  }

  /** The origin for a request, without a closing slash; empty where it names none of ours. */
  public String of(Context ctx) {
    if (configured != null) {
      return configured;
    }
    String host = ctx.host();
    return ours(host, ctx) ? ctx.scheme() + "://" + host : "";
  }

  /** Whether a request calls the portal by a name of its own, that of its address included. */
  public boolean names(Context ctx) {
    return ours(ctx.host(), ctx);
  }

  /**
   * Whether a request was made by no page, or by one at a name of ours: browsers say in {@code
   * Origin} which site made it.
   */
  public boolean allows(Context ctx) {
    String page = ctx.header("Origin");
    return page == null || ours(page.replaceFirst("^https?://", ""), ctx);
  }

  private boolean ours(@Nullable String host, Context ctx) {
    String name = host == null ? null : name(host);
    return name != null
        && (hosts.contains(name) || name.equals(local(ctx)) || name.equals(configuredName()));
  }

  private @Nullable String configuredName() {
    return configured == null ? null : name(URI.create(configured).getRawAuthority());
  }

  /**
   * The name or address in a {@code Host} header, in lower case; null where it is not well-formed.
   */
  private static @Nullable String name(String host) {
    try {
      URI parsed = new URI("http://" + host);
      String name = parsed.getHost();
      boolean plain = host.equals(parsed.getRawAuthority()) && parsed.getRawUserInfo() == null;
      return name == null || !plain ? null : name.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException notAHost) {
      return null;
    }
  }

  private static String local(Context ctx) {
    String address = ctx.req().getLocalAddr();
    return address != null && address.indexOf(':') >= 0 && !address.startsWith("[")
        ? "[" + address + "]"
        : String.valueOf(address);
  }
}
