package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the command lines of worker processes. */
class WorkerMainTest {
  private static final Path SPOOL = Path.of("spool");
  private static final Duration TIME = Duration.ofSeconds(60);

  @AfterEach
  void forget() {
    System.clearProperty("mingzhang.cache");
  }

  @Test
  void a_worker_starts_from_the_cache_that_the_launcher_names() {
    assertThat(WorkerMain.shortRunCommand(SPOOL, TIME))
        .noneMatch(o -> o.startsWith("-XX:AOTCache"));
    System.setProperty("mingzhang.cache", "/some/where.aot");
    assertThat(WorkerMain.shortRunCommand(SPOOL, TIME)).contains("-XX:AOTCache=/some/where.aot");
    assertThat(WorkerMain.longRunCommand(SPOOL, TIME)).contains("-XX:AOTCache=/some/where.aot");
  }

  @Test
  void a_worker_ends_when_its_memory_is_exhausted() {
    for (List<String> line :
        List.of(WorkerMain.shortRunCommand(SPOOL, TIME), WorkerMain.longRunCommand(SPOOL, TIME))) {
      assertThat(line).contains("-Xmx1g", "-XX:+ExitOnOutOfMemoryError");
      assertThat(WorkerMain.isRequested(line.subList(line.indexOf("worker"), line.size())))
          .isTrue();
    }
  }

  @Test
  void only_a_worker_for_a_short_run_is_compiled_quickly_and_never_well() {
    assertThat(WorkerMain.shortRunCommand(SPOOL, TIME)).contains("-XX:TieredStopAtLevel=1");
    assertThat(WorkerMain.longRunCommand(SPOOL, TIME)).doesNotContain("-XX:TieredStopAtLevel=1");
  }

  @Test
  void other_commands_are_no_worker() {
    assertThat(WorkerMain.isRequested(List.of())).isFalse();
    assertThat(WorkerMain.isRequested(List.of("index", "worker"))).isFalse();
  }
}
