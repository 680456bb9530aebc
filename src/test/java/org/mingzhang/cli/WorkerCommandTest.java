package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How workers are started. */
class WorkerCommandTest {
  @AfterEach
  void forget() {
    System.clearProperty("mingzhang.cache");
  }

  @Test
  void a_worker_starts_from_the_cache_that_the_launcher_names() {
    assertThat(WorkerCommand.line(Path.of("spool"))).noneMatch(o -> o.startsWith("-XX:AOTCache"));
    System.setProperty("mingzhang.cache", "/some/where.aot");
    assertThat(WorkerCommand.line(Path.of("spool"))).contains("-XX:AOTCache=/some/where.aot");
  }

  @Test
  void a_worker_ends_when_its_memory_is_exhausted_and_compiles_quickly() {
    assertThat(WorkerCommand.line(Path.of("spool")))
        .contains("-Xmx1g", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "worker");
  }
}
