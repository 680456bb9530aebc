package org.mingzhang.web.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the portal is run.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 * @param publicUrl address readers use, without a closing slash, or null to take it from each
 *     request that names the portal by a name of its own
 * @param hosts further names by which requests may call the portal, without a port
 * @param templates folder of the templates while they are being written, or null for those packed
 *     with the program
 * @param maskPhones whether mobile phone numbers are masked on pages and in exports
 * @param datasets folder of the files at {@code /data}, null where none are made
 */
public record PortalSettings(
    String host,
    int port,
    @Nullable String publicUrl,
    List<String> hosts,
    @Nullable Path templates,
    boolean maskPhones,
    @Nullable Path datasets) {
  /** Settings of a portal that makes no files for {@code /data}. */
  public PortalSettings(
      String host,
      int port,
      @Nullable String publicUrl,
      List<String> hosts,
      @Nullable Path templates,
      boolean maskPhones) {
    this(host, port, publicUrl, hosts, templates, maskPhones, null);
  }

  /** Checks the port. */
  public PortalSettings {
    hosts = List.copyOf(hosts);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
    }
  }

  /** Whether readers reach the portal by https: a proxy in front of it ends that. */
  public boolean tls() {
    return publicUrl != null && publicUrl.regionMatches(true, 0, "https://", 0, 8);
  }

  /** Listens on this machine only, with everything at its default. */
  public static PortalSettings local(int port) {
    return new PortalSettings("127.0.0.1", port, null, List.of(), null, true);
  }
}
