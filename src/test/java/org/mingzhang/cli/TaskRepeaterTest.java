package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskRepeaterTest {
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int runs;

  private TaskRepeater repeater(int stoppedAfter) {
    return new TaskRepeater(
        INTERVAL,
        pause -> {
          pauses.add(pause);
          return pauses.size() >= stoppedAfter;
        },
        (message, pause) -> told.add(message));
  }

  private boolean failUntil(int run) throws IOException {
    if (++runs < run) {
      throw new IOException("reader unavailable");
    }
    return true;
  }

  @Test
  void what_is_away_for_a_moment_is_tried_again_with_growing_pauses() throws Exception {
    repeater(9).repeat(() -> failUntil(9), Integer.MAX_VALUE);
    assertThat(pauses)
        .extracting(Duration::toMillis)
        .containsExactly(1000L, 2000L, 4000L, 8000L, 16000L, 32000L, 60000L, 60000L, 500L);
    assertThat(told).hasSize(8).containsOnly("reader unavailable");
  }

  @Test
  void the_pauses_begin_anew_after_success() throws Exception {
    repeater(3)
        .repeat(
            () -> {
              if (++runs != 2) {
                throw new IllegalStateException();
              }
              return true;
            },
            2);
    assertThat(pauses).extracting(Duration::toMillis).containsExactly(1000L, 500L, 1000L);
    assertThat(told).first().isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void a_task_that_is_done_or_fails_too_often_is_not_repeated() throws Exception {
    repeater(9).repeat(() -> false, 1);
    assertThat(pauses).isEmpty();
    assertThatThrownBy(() -> repeater(9).repeat(() -> failUntil(99), 3))
        .isInstanceOf(IOException.class);
    assertThat(runs).isEqualTo(3);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void work_that_fails_too_often_until_the_queue_is_empty_ends_with_one() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(out, out, false);
    TaskRepeater repeater = new TaskRepeater(Duration.ZERO, pause -> false, (m, p) -> {});
    TaskRepeater.Task failing =
        () -> {
          throw new IOException("the store is away");
        };
    assertThat(WorkCommand.repeat(repeater, failing, true, terminal)).isEqualTo(1);
    assertThat(WorkCommand.repeat(repeater, () -> false, true, terminal)).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("the store is away");
  }
}
