package org.mingzhang.collect.source;

import java.io.IOException;

/**
 * Thrown if the file of sources is invalid or an edit of it is rejected; the message names the
 * line, the key and the valid values where these are known.
 */
public final class SourceException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception; line breaks and control characters in the message are replaced by blanks.
   */
  SourceException(String message) {
    super(message.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " "));
  }
}
