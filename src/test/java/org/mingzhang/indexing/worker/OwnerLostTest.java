package org.mingzhang.indexing.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.cli.WorkerMain;

/** No worker process outlives its parent process, however that ended. */
class OwnerLostTest {
  /**
   * A worker exits within five seconds; on a busy machine the test waits longer unless configured
   * otherwise. A worker that does not exit would run for more than an hour.
   */
  private static final long SOON_MILLIS = Long.getLong("mingzhang.gone.millis", 30_000);

  private final List<ProcessHandle> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private static List<String> java(Class<?> main, String... arguments) {
    List<String> line =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    line.addAll(List.of(arguments));
    return line;
  }

  private Process start(List<String> line) throws IOException {
    Process process =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    started.add(process.toHandle());
    return process;
  }

  private List<ProcessHandle> descendants(Process process, int least) throws InterruptedException {
    List<ProcessHandle> found = process.descendants().toList();
    while (found.size() < least && process.isAlive()) {
      Thread.sleep(20);
      found = process.descendants().toList();
    }
    started.addAll(found);
    assertThat(found).hasSizeGreaterThanOrEqualTo(least);
    return found;
  }

  private static void assertGone(List<ProcessHandle> handles) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SOON_MILLIS);
    while (handles.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(handles).noneMatch(ProcessHandle::isAlive);
  }

  @ParameterizedTest(name = "kill={0}, file {1}")
  @CsvSource({"true,spin,1", "false,spin,1", "true,hang,1", "true,child,2", "false,child,2"})
  void a_reader_at_work_ends_with_its_owner(boolean kill, String file, int processes)
      throws Exception {
    Process owner = start(java(FakeOwner.class, file));
    List<ProcessHandle> readers = descendants(owner, processes);
    if (kill) {
      owner.destroyForcibly();
    } else {
      owner.destroy();
    }
    assertGone(readers);
  }

  @Test
  void the_programs_own_reader_ends_when_its_input_does() throws Exception {
    Process reader = start(java(org.mingzhang.Main.class, "worker"));
    assertThat(reader.isAlive()).isTrue();
    reader.getOutputStream().close();
    assertThat(reader.waitFor(SOON_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
  }

  /** Another process may have inherited the parent's end of the pipe. */
  @Test
  void the_programs_own_reader_ends_with_its_owner_though_the_input_stays_open() throws Exception {
    assertThat(WorkerMain.isRequested(List.of("worker"))).isTrue();
    String line = String.join(" ", java(org.mingzhang.Main.class, "worker"));
    Process owner = start(List.of("sh", "-c", "sleep 3600 | " + line + "; true"));
    List<ProcessHandle> readers = List.of();
    for (int i = 0; i < 100 && readers.isEmpty(); i++) {
      Thread.sleep(100); // a child is the shell's copy until it has become the reader
      readers =
          descendants(owner, 2).stream()
              .filter(p -> p.info().command().orElse("").contains("java"))
              .toList();
    }
    Thread.sleep(3_000); // it begins to look after its owner a moment after its start
    assertThat(readers).hasSize(1).allMatch(ProcessHandle::isAlive);
    owner.destroyForcibly();
    assertGone(readers);
  }
}
