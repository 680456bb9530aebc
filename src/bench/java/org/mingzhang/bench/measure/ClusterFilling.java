package org.mingzhang.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.mingzhang.bench.report.Timing;

/**
 * Progress and cost of filling an index, stored in a file, so that another run can continue it
 * after an interruption.
 */
final class ClusterFilling {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NANOS = 1e9;

  /**
   * The content of the file.
   *
   * @param documents that are in the index, counted from the first of the corpus
   * @param nanos wall-clock time that filling took
   * @param processorNanos processor time that filling took, summed over all nodes
   */
  record State(int documents, long nanos, long processorNanos) {}

  /** A clock of processor time, in nanoseconds. */
  @FunctionalInterface
  interface ProcessorTime {
    /** The time taken since some moment. */
    long nanos() throws IOException, InterruptedException;
  }

  private final Path file;
  private State state;

  private ClusterFilling(Path file, State state) {
    this.file = file;
    this.state = state;
  }

  /** Continues from the state in the file, or starts if there is none. */
  static ClusterFilling in(Path file) throws IOException {
    State known =
        Files.exists(file)
            ? JSON.readValue(Files.readAllBytes(file), State.class)
            : new State(0, 0, 0);
    return new ClusterFilling(file, known);
  }

  int documents() {
    return state.documents();
  }

  double seconds() {
    return state.nanos() / NANOS;
  }

  double processorSeconds() {
    return state.processorNanos() / NANOS;
  }

  /** Runs and measures a part of the filling, which adds a number of documents. */
  void add(int documents, Timing.Task task, ProcessorTime processor) {
    try {
      long before = processor.nanos();
      long nanos = Timing.once(task);
      long taken = processor.nanos() - before;
      state =
          new State(
              state.documents() + documents, state.nanos() + nanos, state.processorNanos() + taken);
      Path written = file.resolveSibling(file.getFileName() + ".new");
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(written, JSON.writeValueAsBytes(state));
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an index was filled", e);
    }
  }
}
