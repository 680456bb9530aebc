package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.mingzhang.extract.FileRefusedException.Reason;

class TimeLimiterTest {
  private static TimeLimiter createLimiter(int millis, int longest) {
    return new TimeLimiter(
        Duration.ofMillis(millis), Duration.ofMillis(longest), new RefusalMessages());
  }

  @Test
  void a_reader_that_ignores_its_interrupt_is_abandoned() {
    TimeLimiter limiter = createLimiter(100, 100_000);
    AtomicBoolean end = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                limiter.run(
                    () -> {
                      while (!end.get()) {
                        Thread.onSpinWait();
                      }
                      return 1;
                    }))
        .isInstanceOfSatisfying(
            FileRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_SLOW));
    assertThat(limiter.hasAbandonedThread()).isTrue();
    end.set(true);
  }

  @Test
  void a_reader_that_obeys_its_interrupt_is_not_abandoned() {
    TimeLimiter limiter = createLimiter(100, 100_000);
    assertThatThrownBy(
            () ->
                limiter.run(
                    () -> {
                      Thread.sleep(600_000);
                      return 1;
                    }))
        .isInstanceOf(FileRefusedException.class)
        .hasMessageContaining("not read within");
    assertThat(limiter.hasAbandonedThread()).isFalse();
  }

  @Test
  void each_recognized_page_restarts_the_time_limit() throws Exception {
    TimeLimiter limiter = createLimiter(3_000, 100_000);
    int read =
        limiter.run(
            () -> {
              for (int page = 0; page < 8; page++) {
                Thread.sleep(500);
                ReadingThread.reportProgress();
              }
              return 8;
            });
    assertThat(read).isEqualTo(8);
  }

  @Test
  void recognition_ends_at_the_total_time_limit() {
    TimeLimiter limiter = createLimiter(60_000, 300);
    assertThatThrownBy(
            () ->
                limiter.run(
                    () -> {
                      while (true) {
                        Thread.sleep(10);
                        ReadingThread.reportProgress();
                      }
                    }))
        .isInstanceOf(FileRefusedException.class);
  }
}
