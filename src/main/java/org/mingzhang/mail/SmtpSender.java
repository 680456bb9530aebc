package org.mingzhang.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mails to an SMTP server, each on its own connection. Connecting and each answer of the
 * server may take 30 seconds.
 */
public final class SmtpSender implements MailSender {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);
  private static final String TIMEOUT_MILLIS = "30000";
  private static final int MIN_PERMANENT_ERROR_CODE = 500;

  private final SmtpSettings settings;
  private final Session session;

  /** Creates a sender; no connection is made yet. */
  public SmtpSender(SmtpSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(buildProperties(settings), createAuthenticator(settings));
  }

  private static Properties buildProperties(SmtpSettings settings) {
    String protocol = settings.security() == SmtpSettings.Security.TLS ? "smtps" : "smtp";
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", protocol);
    String prefix = "mail." + protocol + ".";
    properties.put(prefix + "host", settings.host());
    properties.put(prefix + "port", Integer.toString(settings.port()));
    properties.put(prefix + "auth", Boolean.toString(settings.user() != null));
    properties.put(prefix + "connectiontimeout", TIMEOUT_MILLIS);
    properties.put(prefix + "timeout", TIMEOUT_MILLIS);
    properties.put(prefix + "writetimeout", TIMEOUT_MILLIS);
    properties.put(prefix + "ssl.checkserveridentity", "true");
    if (settings.security() == SmtpSettings.Security.STARTTLS) {
      properties.put(prefix + "starttls.enable", "true");
      properties.put(prefix + "starttls.required", "true");
    }
    return properties;
  }

  private static @Nullable Authenticator createAuthenticator(SmtpSettings settings) {
    String user = settings.user();
    if (user == null) {
      return null;
    }
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(user, settings.password());
      }
    };
  }

  @Override
  public Outcome send(MailMessage message) {
    InternetAddress recipient;
    try {
      recipient = new InternetAddress(message.recipientAddress(), true);
    } catch (AddressException e) {
      LOG.warn("a mail has no valid recipient: {}", e.toString());
      return Outcome.REFUSED;
    }
    MimeMessage mail;
    try {
      mail = buildMimeMessage(message, recipient);
    } catch (MessagingException e) {
      LOG.warn("a mail cannot be composed, is the sender an address? {}", e.toString());
      return Outcome.DEFERRED;
    }
    try {
      Transport transport = session.getTransport();
      transport.connect();
      try {
        return transmitMessage(transport, mail);
      } finally {
        close(transport);
      }
    } catch (MessagingException e) {
      LOG.warn("the mail server cannot be reached: {}", e.toString());
      return Outcome.DEFERRED;
    }
  }

  /** Closes the connection and ignores errors, since the outcome of the mail is known by then. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the connection to the mail server could not be closed", e);
    }
  }

  /** Transmits the mail over an open connection; the server may accept it even if this fails. */
  private static Outcome transmitMessage(Transport transport, MimeMessage mail) {
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
      return Outcome.SENT;
    } catch (MessagingException e) {
      LOG.warn("the mail server rejected a mail: {}", e.toString());
      return outcomeOf(e);
    }
  }

  /**
   * Maps an SMTP error. Only a permanent error for the recipient is a refusal; after an error about
   * the sender or the text the mail is retried, since the operator may fix its cause.
   */
  private static Outcome outcomeOf(MessagingException failure) {
    Exception cause = failure;
    while (cause instanceof MessagingException e) {
      if (e instanceof SMTPAddressFailedException address) {
        return address.getReturnCode() >= MIN_PERMANENT_ERROR_CODE
            ? Outcome.REFUSED
            : Outcome.DEFERRED;
      }
      if (e instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
        return Outcome.DEFERRED;
      }
      cause = e.getNextException();
    }
    return Outcome.UNKNOWN;
  }

  private MimeMessage buildMimeMessage(MailMessage message, InternetAddress recipient)
      throws MessagingException {
    InternetAddress sender = new InternetAddress(settings.senderAddress());
    String host = sender.getAddress().replaceFirst(".*@", "");
    MimeMessage mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + message.id() + "@" + host + ">");
          }
        };
    mail.setFrom(sender);
    mail.setRecipient(Message.RecipientType.TO, recipient);
    mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
    mail.setText(message.text(), StandardCharsets.UTF_8.name());
    mail.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (!message.unsubscribeUrl().isEmpty()) {
      mail.setHeader("List-Unsubscribe", "<" + message.unsubscribeUrl() + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    mail.saveChanges();
    return mail;
  }
}
