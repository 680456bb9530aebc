package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  @Test
  void a_program_is_asked_and_one_that_hangs_is_killed() {
    Duration limit = Duration.ofSeconds(1);
    assertThat(DoctorCommand.runForOutput(Duration.ofSeconds(10), "sh", "-c", "echo chi_sim"))
        .hasValueSatisfying(printed -> assertThat(printed).contains("chi_sim"));
    assertThat(DoctorCommand.runForOutput(limit, "sh", "-c", "exit 3")).isEmpty();
    assertThat(DoctorCommand.runForOutput(limit, "no-such-program-here")).isEmpty();
    Instant start = Instant.now();
    assertThat(DoctorCommand.runForOutput(limit, "sh", "-c", "sleep 40; echo late")).isEmpty();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    assertThat(ProcessHandle.current().descendants())
        .noneMatch(p -> p.info().commandLine().orElse("").endsWith("sleep 40"));
  }
}
