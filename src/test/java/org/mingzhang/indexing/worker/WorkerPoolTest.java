package org.mingzhang.indexing.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.indexing.DocumentReader;

class WorkerPoolTest {
  private static final Set<ProcessHandle> OTHERS =
      ProcessHandle.current().descendants().collect(Collectors.toUnmodifiableSet());

  @TempDir static Path folder;

  private final WorkerPool pool =
      new WorkerPool(command(), command(), folder, 2, Duration.ofSeconds(2), Duration.ofSeconds(5));

  private static List<String> command(String... arguments) {
    return FakeWorker.command(arguments);
  }

  @AfterEach
  void end() {
    pool.close();
  }

  private String told(String name) throws IOException {
    DocumentReader.Result result = pool.read(Path.of(name)).getFirst();
    return ((DocumentReader.RefusedFile) result).message();
  }

  @Test
  void a_worker_serves_one_file_after_the_other() throws IOException {
    assertThat(told("a")).isEqualTo("only a test");
    assertThat(told("b")).isEqualTo("only a test");
  }

  @Test
  void a_long_run_goes_on_with_a_worker_that_is_compiled_well() throws IOException {
    try (WorkerPool one =
        new WorkerPool(
            command("quick"),
            command("lasting"),
            folder,
            1,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5))) {
      List<String> told = new ArrayList<>();
      for (int i = 0; i < 63; i++) {
        told.add(((DocumentReader.RefusedFile) one.read(Path.of("f" + i)).getFirst()).message());
      }
      assertThat(told.subList(0, 60)).containsOnly("only a test, quick");
      assertThat(told.subList(60, 63)).containsOnly("only a test, lasting");
    }
  }

  @Test
  void a_run_known_to_be_long_begins_with_a_worker_that_is_compiled_well() throws IOException {
    try (WorkerPool two =
        new WorkerPool(
            command("quick"),
            command("lasting"),
            folder,
            2,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5))) {
      two.expectFiles(121);
      DocumentReader.RefusedFile early =
          (DocumentReader.RefusedFile) two.read(Path.of("f")).getFirst();
      assertThat(early.message()).isEqualTo("only a test, quick");
      two.expectFiles(122);
      DocumentReader.RefusedFile first =
          (DocumentReader.RefusedFile) two.read(Path.of("f")).getFirst();
      assertThat(first.message()).isEqualTo("only a test, lasting");
    }
  }

  @Test
  void a_file_that_hangs_costs_one_line_and_the_next_is_read() throws IOException {
    assertThat(told("hang")).isEqualTo("took longer than 5 s");
    assertThat(told("a")).isEqualTo("only a test");
  }

  @Test
  void a_reader_that_left_a_thread_behind_is_not_given_another_file() throws IOException {
    assertThat(told("left")).isEqualTo("only a test");
    assertNoneLeft();
    assertThat(told("a")).isEqualTo("only a test");
    assertThat(readers()).hasSize(1);
  }

  @Test
  void what_a_reader_started_ends_with_it() throws IOException {
    assertThat(told("child")).isEqualTo("took longer than 5 s");
    assertNoneLeft();
  }

  @Test
  void temporary_files_of_a_reader_that_is_killed_are_taken_away() throws IOException {
    assertThat(told("a")).isEqualTo("only a test");
    assertThat(left()).as("each reader has a folder of its own").hasSize(1);
    assertThat(told("litter")).isEqualTo("took longer than 5 s");
    pool.close();
    assertThat(left()).isEmpty();
    assertThat(Path.of(System.getProperty("user.home"))).as("what a link led to").exists();
  }

  private static List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void slow_files_move_aside_and_those_behind_them_are_read() throws Exception {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    try (WorkerPool one =
            new WorkerPool(
                command(), command(), folder, 1, Duration.ofSeconds(5), Duration.ofSeconds(20));
        ExecutorService callers = Executors.newFixedThreadPool(one.maxCallers())) {
      List<String> files = new ArrayList<>(List.of("spin-1", "spin-2", "spin-3", "slow-4"));
      IntStream.range(0, 20).mapToObj(i -> "good-" + i).forEach(files::add);
      for (String file : files) {
        callers.execute(
            () -> {
              try {
                one.read(Path.of(file));
                done.add(file);
              } catch (IOException e) {
                done.add(e.toString());
              }
            });
      }
    }
    // One of the three had to wait until another had had its time; the good ones did not.
    assertThat(done).hasSize(24);
    assertThat(done.getLast()).startsWith("spin");
    assertThat(done).contains("spin-1", "spin-2", "slow-4", "good-0", "good-19");
  }

  @Test
  void closing_ends_also_readers_at_work() throws Exception {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    pool.read(Path.of("spin"));
                    told.add("read");
                  } catch (DocumentReader.ReaderUnavailableException e) {
                    told.add(String.valueOf(e.getMessage()));
                  } catch (IOException e) {
                    told.add("refused: " + e);
                  }
                });
    while (readers().isEmpty()) {
      Thread.sleep(20);
    }
    pool.close();
    caller.join(30_000);
    // No refusal, which would be noted: the file is read in the next run.
    assertThat(told).containsExactly("the reader was stopped");
    assertNoneLeft();
  }

  /** A killed process may take a moment to disappear. */
  private static void assertNoneLeft() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!readers().isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(readers()).isEmpty();
  }

  /** Processes started by other tests, such as a database, are ignored. */
  private static List<ProcessHandle> readers() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(p -> !OTHERS.contains(p))
        .toList();
  }

  @Test
  void a_file_that_kills_its_reader_costs_one_line_and_the_next_is_read() throws IOException {
    assertThat(told("die")).contains("ended unexpectedly (status 7)");
    assertThat(told("babble")).contains("cannot be used: a worker said 88");
    assertThat(told("a")).isEqualTo("only a test");
  }

  @Test
  void a_file_that_exhausts_memory_is_told_apart() throws IOException {
    assertThat(told("memory")).contains("more memory");
    assertThat(told("a")).isEqualTo("only a test");
  }

  @Test
  void a_file_that_cannot_be_opened_is_the_callers_matter() {
    assertThatThrownBy(() -> pool.read(Path.of("gone")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no such file: gone");
  }

  @Test
  void a_file_is_not_refused_because_its_reader_was_stopped_or_did_not_start() {
    assertThatThrownBy(() -> pool.read(Path.of("stop")))
        .isInstanceOf(DocumentReader.ReaderUnavailableException.class)
        .hasMessage("the reader was stopped")
        .hasNoCause();
    List<String> missing = List.of(folder.resolve("no-program").toString());
    try (WorkerPool none =
        new WorkerPool(missing, missing, folder, 1, Duration.ofSeconds(2), Duration.ofSeconds(5))) {
      assertThatThrownBy(() -> none.read(Path.of("a")))
          .isInstanceOf(DocumentReader.ReaderUnavailableException.class);
    }
  }

  @Test
  void more_callers_than_workers_wait_their_turn() {
    List<String> told =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return told(i % 4 == 0 ? "die" : "f" + i);
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList();
    assertThat(told.stream().filter("only a test"::equals)).hasSize(9);
  }
}
