package org.mingzhang.structure.metadata;

import java.io.IOException;

/**
 * Thrown for an invalid sidecar. The message is one line that names the file (without its folder,
 * since it is shown to all users), the key and the allowed values.
 */
public final class SidecarException extends IOException {
  private static final long serialVersionUID = 1L;

  SidecarException(String message) {
    super(message.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?"));
  }
}
