package org.mingzhang.mail;

/**
 * A plain-text mail to one recipient.
 *
 * @param id local part of the Message-ID, unique for each mail; consists of letters, digits and
 *     hyphens
 * @param recipientAddress address of one recipient
 * @param subject one line
 * @param text plain text
 * @param unsubscribeUrl URL for one-click unsubscription (RFC 8058), or empty
 */
public record MailMessage(
    String id, String recipientAddress, String subject, String text, String unsubscribeUrl) {
  /**
   * Checks that id, address, subject and URL have no control characters, which could inject
   * headers.
   *
   * @throws IllegalArgumentException if one has a control character
   */
  public MailMessage {
    for (String line : new String[] {id, recipientAddress, subject, unsubscribeUrl}) {
      if (line.chars().anyMatch(c -> c < ' ')) {
        throw new IllegalArgumentException("a control character in a header: " + line);
      }
    }
  }
}
