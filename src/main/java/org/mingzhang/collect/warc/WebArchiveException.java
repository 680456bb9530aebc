package org.mingzhang.collect.warc;

import java.io.IOException;

/** Thrown if a web archive is malformed or too large and cannot be read completely. */
public final class WebArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  WebArchiveException(String message) {
    super(message);
  }
}
