package org.mingzhang.web.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.mail.MailSender;
import org.mingzhang.web.guard.TrustedProxies;
import org.mingzhang.web.wording.LanguageModel;

/**
 * Settings of the portal.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free port
 * @param publicUrl address that readers use, without a closing slash, or null to take it from
 *     requests that address the portal by an accepted name
 * @param hosts additional names by which requests may address the portal, without a port
 * @param checkout folder of the program's sources, whose templates, styles and messages are read
 *     again when they change, or null for those packaged with the program
 * @param masksPhones whether mobile phone numbers are masked on pages and in exports
 * @param datasets folder of the files at {@code /data}, null if none are built
 * @param proxies proxies whose forwarded client addresses are trusted
 * @param metricsArePublic whether {@code /metrics} answers other machines
 * @param mailSender sender of alerts, or null; requires the public address
 * @param languageModel language model that writes answers as sentences, or null
 */
public record PortalSettings(
    String host,
    int port,
    @Nullable String publicUrl,
    List<String> hosts,
    @Nullable Path checkout,
    boolean masksPhones,
    @Nullable Path datasets,
    TrustedProxies proxies,
    boolean metricsArePublic,
    @Nullable MailSender mailSender,
    @Nullable LanguageModel languageModel) {
  /**
   * Checks the port, and that a public address is set if mails with links are sent.
   *
   * @throws IllegalArgumentException if not
   */
  public PortalSettings {
    hosts = List.copyOf(hosts);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
    }
    if (mailSender != null && publicUrl == null) {
      throw new IllegalArgumentException("alerts need the public address, for links in mails");
    }
  }

  /** Whether readers reach the portal over https, which is terminated by a proxy in front of it. */
  public boolean usesTls() {
    return publicUrl != null && publicUrl.regionMatches(true, 0, "https://", 0, 8);
  }

  /**
   * Origin for links in files that are built without a request: the public address, or the address
   * on this machine if only it is served; empty if readers use another that is not known.
   */
  public String linkOriginForFiles() {
    if (publicUrl != null) {
      return publicUrl;
    }
    boolean local = host.equals("127.0.0.1") || host.equals("localhost");
    return local && hosts.isEmpty() && port > 0 ? "http://localhost:" + port : "";
  }

  /** Settings for a portal that listens on this machine only, with defaults for everything else. */
  public static PortalSettings local(int port) {
    return new PortalSettings(
        "127.0.0.1",
        port,
        null,
        List.of(),
        null,
        true,
        null,
        new TrustedProxies(List.of()),
        false,
        null,
        null);
  }
}
