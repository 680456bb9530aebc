package org.mingzhang.mail;

/**
 * A mail.
 *
 * @param id what its Message-ID begins with: letters, digits and hyphens, another one for each mail
 * @param to address of one recipient
 * @param subject one line
 * @param text plain text
 * @param unsubscribe address that ends the subscription by one POST (RFC 8058), or empty
 */
public record MailMessage(String id, String to, String subject, String text, String unsubscribe) {
  /** Checks what could add headers. */
  public MailMessage {
    for (String line : new String[] {id, to, subject, unsubscribe}) {
      if (line.chars().anyMatch(c -> c < ' ')) {
        throw new IllegalArgumentException("a control character in a header: " + line);
      }
    }
  }
}
