package org.mingzhang.web.leads;

import java.util.Locale;

/**
 * A tab of the list of publication leads: documents that are gone, were changed, or were published
 * late.
 */
public enum PublicationLeadTab {
  /** Documents that are no longer at their address, the latest first. */
  GONE,
  /** Documents whose file was replaced, once for each replacement, the latest first. */
  CHANGED,
  /** Documents published after their legal deadline, longest delay first. */
  LATE;

  /** Name in addresses and texts. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Address of its list. */
  public String path() {
    return "/leads/" + id();
  }
}
