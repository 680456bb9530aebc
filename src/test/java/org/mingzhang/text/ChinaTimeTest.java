package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that days are those of China, whatever the time zone of the server. */
class ChinaTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2024-12-31T15:59:59Z, 2024-12-31",
    "2024-12-31T16:00:00Z, 2025-01-01",
    "2025-01-01T00:00:00Z, 2025-01-01"
  })
  void the_day_begins_at_sixteen_hours_utc(Instant time, LocalDate day) {
    assertThat(ChinaTime.toDate(time)).isEqualTo(day);
    assertThat(ChinaTime.today(Clock.fixed(time, ZoneOffset.ofHours(-5)))).isEqualTo(day);
  }
}
