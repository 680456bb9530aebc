package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingzhang.mail.MailSender;
import org.mingzhang.mail.SmtpSender;
import org.mingzhang.mail.SmtpSettings;
import picocli.CommandLine.Option;

/** The mail server that sends alerts; without it there are none. */
final class MailOptions {
  @Option(
      names = "--smtp-host",
      paramLabel = "NAME",
      description =
          "Mail server that sends alerts of searches to readers who asked for them; needs"
              + " --public-url and --mail-from (default: no alerts).")
  private @Nullable String host;

  @Option(
      names = "--smtp-port",
      paramLabel = "PORT",
      defaultValue = "587",
      description = "Its port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--smtp-security",
      paramLabel = "none|starttls|tls",
      defaultValue = "starttls",
      description = "How the line to it is encrypted (default: ${DEFAULT-VALUE}).")
  private String security = "starttls";

  @Option(names = "--smtp-user", paramLabel = "NAME", description = "Who logs in there.")
  private @Nullable String user;

  @Option(
      names = "--smtp-password-file",
      paramLabel = "FILE",
      description = "File whose first line is the password.")
  private @Nullable Path password;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description = "Address that alerts come from.")
  private @Nullable String from;

  /**
   * What sends mail, or null where none is sent.
   *
   * @param publicUrl the portal's public address, or null
   * @throws BadOptionException where something is missing or wrong
   * @throws IOException if the file of the password cannot be read
   */
  @Nullable MailSender sender(@Nullable String publicUrl) throws IOException {
    if (host == null) {
      return null;
    }
    if (from == null || publicUrl == null) {
      throw new BadOptionException("--smtp-host needs --mail-from and --public-url");
    }
    return new SmtpSender(
        new SmtpSettings(
            host, port, security(), user, password == null ? null : firstLine(password), from));
  }

  private SmtpSettings.Security security() {
    try {
      return SmtpSettings.Security.valueOf(security.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadOptionException(
          "--smtp-security must be none, starttls or tls, not " + security);
    }
  }

  private static String firstLine(Path file) throws IOException {
    return Files.readString(file).lines().findFirst().orElse("").strip();
  }
}
