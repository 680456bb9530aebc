package org.mingzhang.collect.warc;

import java.io.IOException;

/** Thrown if a web archive cannot be read completely; the message names the record. */
public final class WebArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  WebArchiveException(String message) {
    super(message);
  }
}
