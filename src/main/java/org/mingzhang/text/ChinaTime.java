package org.mingzhang.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days in the time zone of China, to which the days on pages, in feeds and in addresses refer. */
public final class ChinaTime {
  /** The time zone of China (UTC+8). */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private ChinaTime() {}

  /** The present day in China. */
  public static LocalDate today(Clock clock) {
    return toDate(clock.instant());
  }

  /** The day of an instant in China. */
  public static LocalDate toDate(Instant time) {
    return LocalDate.ofInstant(time, ZONE);
  }
}
