package org.mingzhang.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingzhang.mail.MailSender;
import org.mingzhang.mail.SmtpSender;
import org.mingzhang.mail.SmtpSettings;
import picocli.CommandLine.Option;

/** Options of the mail server that sends alerts. */
final class MailOptions {
  @Option(
      names = "--smtp-host",
      paramLabel = "NAME",
      description =
          "Mail server for alerts of saved searches; needs --public-url and --mail-from (default:"
              + " no alerts).")
  private @Nullable String host;

  @Option(
      names = "--smtp-port",
      paramLabel = "PORT",
      defaultValue = "587",
      description = "Port of the mail server (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--smtp-security",
      paramLabel = "none|starttls|tls",
      defaultValue = "starttls",
      description = "Encryption of the connection (default: ${DEFAULT-VALUE}).")
  private String security = "starttls";

  @Option(
      names = "--smtp-user",
      paramLabel = "NAME",
      description = "User name for the mail server.")
  private @Nullable String user;

  @Option(
      names = "--smtp-password-file",
      paramLabel = "FILE",
      description = "File whose first line is the password.")
  private @Nullable Path password;

  @Option(names = "--mail-from", paramLabel = "ADDRESS", description = "Sender address of alerts.")
  private @Nullable String from;

  /**
   * The mail sender; null if no mail server is given.
   *
   * @param publicUrl public address of the portal, or null
   * @throws BadOptionException if an option is missing or invalid
   */
  @Nullable MailSender createSender(@Nullable String publicUrl) {
    if (host == null) {
      return null;
    }
    if (from == null || publicUrl == null) {
      throw new BadOptionException("--smtp-host needs --mail-from and --public-url");
    }
    BadOptionException.requireRange("--smtp-port", port, 1, 65_535);
    String secret =
        password == null
            ? null
            : SecretFileReader.readFirstLine("--smtp-password-file", password).strip();
    return new SmtpSender(new SmtpSettings(host, port, parseSecurity(), user, secret, from));
  }

  private SmtpSettings.Security parseSecurity() {
    try {
      return SmtpSettings.Security.valueOf(security.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadOptionException(
          "--smtp-security must be none, starttls or tls, not " + security);
    }
  }
}
