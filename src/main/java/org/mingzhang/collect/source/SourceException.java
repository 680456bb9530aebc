package org.mingzhang.collect.source;

import java.io.IOException;

/** The file of sources is not in order; names the line, the key and what may stand there. */
public final class SourceException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A fault; line breaks and controls of the file itself do not break its line. */
  SourceException(String message) {
    super(message.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " "));
  }
}
