package org.mingzhang.web.compare;

import java.util.Locale;

/** Whether a comparison is drawn as lines, bars or tiles. */
public enum ChartStyle {
  LINES,
  BARS,
  TILES;

  /** Name used in addresses and for texts. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
