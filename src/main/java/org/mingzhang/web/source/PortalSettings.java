package org.mingzhang.web.source;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingzhang.mail.MailSender;
import org.mingzhang.web.guard.TrustedProxies;
import org.mingzhang.web.wording.LanguageModel;

/**
 * Settings of the portal. Start with {@link #local} and change individual settings with the {@code
 * with…} methods.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free port
 * @param publicUrl address that readers use, without a closing slash, or null to take it from
 *     requests that address the portal by an accepted name
 * @param hosts additional names by which requests may address the portal, without a port
 * @param checkout folder of the program's sources, whose templates, styles and messages are read
 *     again when they change, or null for those packaged with the program
 * @param maskPhones whether mobile phone numbers are masked on pages and in exports
 * @param datasets folder of the files at {@code /data}, null if none are built
 * @param proxies proxies whose forwarded client addresses are trusted
 * @param publicMetrics whether {@code /metrics} answers other machines
 * @param mailSender sender of alerts, or null; requires the public address
 * @param languageModel language model that writes answers as sentences, or null
 */
public record PortalSettings(
    String host,
    int port,
    @Nullable String publicUrl,
    List<String> hosts,
    @Nullable Path checkout,
    boolean maskPhones,
    @Nullable Path datasets,
    TrustedProxies proxies,
    boolean publicMetrics,
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

  /** A copy with a public address; null to take it from each request. */
  public PortalSettings withPublicUrl(@Nullable String url) {
    return copyWith(to -> to.publicUrl = url);
  }

  /** A copy with additional names by which requests may address the portal. */
  public PortalSettings withHosts(List<String> names) {
    return copyWith(to -> to.hosts = names);
  }

  /**
   * A copy with templates, styles and messages from a checkout; null for those packaged with the
   * program.
   */
  public PortalSettings withCheckout(@Nullable Path folder) {
    return copyWith(to -> to.checkout = folder);
  }

  /** A copy that serves the files in a folder under {@code /data}. */
  public PortalSettings withDatasets(Path folder) {
    return copyWith(to -> to.datasets = folder);
  }

  /** A copy with trusted proxies. */
  public PortalSettings withProxies(TrustedProxies trusted) {
    return copyWith(to -> to.proxies = trusted);
  }

  /** A copy whose {@code /metrics} answers other machines. */
  public PortalSettings withPublicMetrics() {
    return copyWith(to -> to.publicMetrics = true);
  }

  /** A copy with a sender of alerts; null for none. */
  public PortalSettings withMail(@Nullable MailSender sender) {
    return copyWith(to -> to.mailSender = sender);
  }

  /** A copy with a language model that writes answers as sentences; null for none. */
  public PortalSettings withLanguageModel(@Nullable LanguageModel model) {
    return copyWith(to -> to.languageModel = model);
  }

  private PortalSettings copyWith(Consumer<Builder> change) {
    Builder builder = new Builder(this);
    change.accept(builder);
    return builder.build();
  }

  /** Settings under construction. */
  private static final class Builder {
    private String host;
    private int port;
    private @Nullable String publicUrl;
    private List<String> hosts;
    private @Nullable Path checkout;
    private boolean maskPhones;
    private @Nullable Path datasets;
    private TrustedProxies proxies;
    private boolean publicMetrics;
    private @Nullable MailSender mailSender;
    private @Nullable LanguageModel languageModel;

    Builder(PortalSettings settings) {
      host = settings.host;
      port = settings.port;
      publicUrl = settings.publicUrl;
      hosts = settings.hosts;
      checkout = settings.checkout;
      maskPhones = settings.maskPhones;
      datasets = settings.datasets;
      proxies = settings.proxies;
      publicMetrics = settings.publicMetrics;
      mailSender = settings.mailSender;
      languageModel = settings.languageModel;
    }

    PortalSettings build() {
      return new PortalSettings(
          host,
          port,
          publicUrl,
          hosts,
          checkout,
          maskPhones,
          datasets,
          proxies,
          publicMetrics,
          mailSender,
          languageModel);
    }
  }
}
