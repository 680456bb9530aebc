package org.mingzhang.web;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.mail.MailSender;
import org.mingzhang.web.guard.TrustedProxies;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.wording.LanguageModel;

/** Settings of a portal on this machine, of which a test changes some. */
public final class TestSettings {
  private final int port;
  private @Nullable String publicUrl;
  private List<String> hosts = List.of();
  private @Nullable Path checkout;
  private @Nullable Path datasets;
  private TrustedProxies proxies = new TrustedProxies(List.of());
  private boolean publicMetrics;
  private @Nullable MailSender mail;
  private @Nullable LanguageModel languageModel;

  private TestSettings(int port) {
    this.port = port;
  }

  /** The settings of {@link PortalSettings#local}. */
  public static TestSettings local(int port) {
    return new TestSettings(port);
  }

  /** Sets the public address; null to take it from each request. */
  public TestSettings withPublicUrl(@Nullable String url) {
    publicUrl = url;
    return this;
  }

  /** Sets additional names by which requests may address the portal. */
  public TestSettings withHosts(List<String> names) {
    hosts = names;
    return this;
  }

  /** Sets the folder of templates, styles and messages; null for those of the program. */
  public TestSettings withCheckout(@Nullable Path folder) {
    checkout = folder;
    return this;
  }

  /** Sets the folder that is served under {@code /data}. */
  public TestSettings withDatasets(Path folder) {
    datasets = folder;
    return this;
  }

  /** Sets the trusted proxies. */
  public TestSettings withProxies(TrustedProxies trusted) {
    proxies = trusted;
    return this;
  }

  /** Lets {@code /metrics} answer other machines. */
  public TestSettings withPublicMetrics() {
    publicMetrics = true;
    return this;
  }

  /** Sets the sender of alerts. */
  public TestSettings withMail(MailSender sender) {
    mail = sender;
    return this;
  }

  /** Sets the language model that writes answers as sentences. */
  public TestSettings withLanguageModel(LanguageModel model) {
    languageModel = model;
    return this;
  }

  /** The settings. */
  public PortalSettings build() {
    PortalSettings local = PortalSettings.local(port);
    return new PortalSettings(
        local.host(),
        port,
        publicUrl,
        hosts,
        checkout,
        local.masksPhones(),
        datasets,
        proxies,
        publicMetrics,
        mail,
        languageModel);
  }
}
