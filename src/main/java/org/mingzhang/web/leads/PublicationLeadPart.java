package org.mingzhang.web.leads;

import java.util.Locale;

/** Leads that come of watching sites, each kind in a list of its own. */
public enum PublicationLeadPart {
  /** Documents that are no longer at their address, the latest first. */
  GONE,
  /** Documents whose file was replaced, the latest first. */
  CHANGED,
  /** Documents that were published after their legal date, the latest by most days first. */
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
