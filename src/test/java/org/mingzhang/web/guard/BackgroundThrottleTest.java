package org.mingzhang.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Share of the processors that long work uses, with a simulated clock. */
class BackgroundThrottleTest {
  private static final long MILLI = 1_000_000L;

  private long now;
  private long worked;
  private long rested;
  private long longest;

  private void run(int requests, boolean pages, int processors, long step) {
    BackgroundThrottle pacing =
        new BackgroundThrottle(
            () -> requests,
            () -> pages,
            processors,
            () -> now,
            nanos -> {
              now += nanos;
              rested += nanos;
              longest = Math.max(longest, nanos);
            });
    for (int i = 0; i < 10_000; i++) {
      now += step;
      worked += step;
      pacing.pauseIfBusy();
    }
  }

  static Stream<Arguments> uses() {
    return Stream.of(
        Arguments.of("alone on one processor", 1, false, 1, 1.0),
        Arguments.of("alone on two", 1, false, 2, 1.0),
        Arguments.of("four on two share one", 4, false, 2, 1.0),
        Arguments.of("four on eight are in nobody's way", 4, false, 8, 4.0),
        Arguments.of("one beside pages", 1, true, 2, 0.25),
        Arguments.of("two beside pages", 2, true, 2, 0.25),
        Arguments.of("two beside pages, many processors", 2, true, 32, 0.25));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("uses")
  void long_requests_together_use_no_more_than_their_part_of_the_processors(
      String name, int requests, boolean pages, int processors, double use) {
    run(requests, pages, processors, MILLI);
    double each = (double) worked / (worked + rested);
    assertThat(requests * each).isBetween(0.99 * use, 1.01 * use);
  }

  @Test
  void a_rest_is_bounded_so_that_many_together_come_to_an_end_also_where_pages_never_pause() {
    run(50, true, 2, MILLI);
    assertThat(longest).isEqualTo(BackgroundThrottle.MAX_PAUSE_NANOS);
    assertThat((double) worked / (worked + rested)).isGreaterThan(1 / 12.0);
  }

  @Test
  void one_part_that_took_long_is_followed_by_at_most_twice_as_long_a_rest() {
    run(50, true, 2, 1_000 * MILLI);
    assertThat(longest).isEqualTo(2_000 * MILLI);
  }

  @Test
  void what_was_waited_for_before_the_work_is_no_work() {
    BackgroundThrottle pacing =
        new BackgroundThrottle(() -> 4, () -> true, 4, () -> now, nanos -> rested += nanos);
    now += 10_000 * MILLI;
    pacing.restart();
    now += MILLI;
    pacing.pauseIfBusy();
    assertThat(rested).isZero();
  }
}
