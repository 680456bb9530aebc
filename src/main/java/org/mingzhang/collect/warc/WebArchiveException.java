package org.mingzhang.collect.warc;

import java.io.IOException;

/** A web archive cannot be read on; says at which record and why. */
public final class WebArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  WebArchiveException(String message) {
    super(message);
  }
}
