package org.mingzhang.archive;

import java.io.IOException;

/**
 * Thrown if an object could not be read because its store cannot be reached or fails, so that the
 * state of the object is unknown.
 */
final class StoreUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  StoreUnavailableException(IOException cause) {
    super(cause.getMessage(), cause);
  }

  StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
