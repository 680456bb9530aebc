package org.mingzhang.web.compare;

import java.util.Locale;

/** How a comparison is drawn. */
public enum ChartStyle {
  LINES,
  BARS,
  TILES;

  /** Name used in addresses and for texts. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
