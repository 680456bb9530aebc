package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.mingzhang.extract.FileRefusedException.Reason;

class TimeLimiterTest {
  private static TimeLimiter deadline(int millis, int longest) {
    return new TimeLimiter(
        Duration.ofMillis(millis), Duration.ofMillis(longest), new RefusalMessages());
  }

  @Test
  void a_reader_that_does_not_listen_is_left_behind() {
    TimeLimiter deadline = deadline(100, 100_000);
    AtomicBoolean end = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                deadline.run(
                    () -> {
                      while (!end.get()) {
                        Thread.onSpinWait();
                      }
                      return 1;
                    }))
        .isInstanceOfSatisfying(
            FileRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_SLOW));
    assertThat(deadline.hasAbandonedThread()).isTrue();
    end.set(true);
  }

  @Test
  void a_reader_that_listens_is_not() {
    TimeLimiter deadline = deadline(100, 100_000);
    assertThatThrownBy(
            () ->
                deadline.run(
                    () -> {
                      Thread.sleep(600_000);
                      return 1;
                    }))
        .isInstanceOf(FileRefusedException.class)
        .hasMessageContaining("not read within");
    assertThat(deadline.hasAbandonedThread()).isFalse();
  }

  @Test
  void each_page_that_is_recognized_begins_the_time_anew() throws Exception {
    TimeLimiter deadline = deadline(3_000, 100_000);
    int read =
        deadline.run(
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
  void pages_are_not_recognized_for_ever() {
    TimeLimiter deadline = deadline(60_000, 300);
    assertThatThrownBy(
            () ->
                deadline.run(
                    () -> {
                      while (true) {
                        Thread.sleep(10);
                        ReadingThread.reportProgress();
                      }
                    }))
        .isInstanceOf(FileRefusedException.class);
  }
}
