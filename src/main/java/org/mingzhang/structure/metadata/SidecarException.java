package org.mingzhang.structure.metadata;

import java.io.IOException;

/**
 * A sidecar that cannot be used; the message names the file, the key and what is allowed, in one
 * line whatever the file says. It is shown to everybody: the file is named without its folder.
 */
public final class SidecarException extends IOException {
  private static final long serialVersionUID = 1L;

  SidecarException(String message) {
    super(message.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?"));
  }
}
