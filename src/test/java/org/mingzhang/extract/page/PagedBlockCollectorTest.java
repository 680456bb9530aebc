package org.mingzhang.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;

/** Tests the time limits of files with pages. */
class PagedBlockCollectorTest {
  @Test
  void pages_that_are_pictures_may_take_nine_times_as_long() {
    ExtractionLimits limits = limits(Duration.ofMinutes(2), true);
    assertThat(limits.totalTimeLimit()).isEqualTo(Duration.ofMinutes(18));
    assertThat(new PagedBlockCollector(limits).recognitionDeadline())
        .isAfter(Instant.now().plus(Duration.ofMinutes(5)));
  }

  @Test
  void nothing_takes_longer_where_no_text_is_recognized() {
    assertThat(limits(Duration.ofMinutes(2), false).totalTimeLimit())
        .isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void a_page_of_text_is_not_begun_when_its_time_is_over() {
    PagedBlockCollector collector =
        new PagedBlockCollector(limits(Duration.ZERO.minusMillis(1), true));
    assertThatThrownBy(() -> collector.checkTimeLimit(3, 9))
        .isInstanceOf(FileRefusedException.class)
        .hasMessage("page 3 of 9 was not reached within 0 seconds");
  }

  private static ExtractionLimits limits(Duration time, boolean ocr) {
    return new ExtractionLimits(1 << 20, 1000, 10, 3, 2, time, ocr);
  }
}
