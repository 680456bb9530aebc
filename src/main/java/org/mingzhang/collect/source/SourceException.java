package org.mingzhang.collect.source;

import java.io.IOException;

/**
 * Thrown if the file of sources is invalid; the message names the line, the key and the valid
 * values.
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
