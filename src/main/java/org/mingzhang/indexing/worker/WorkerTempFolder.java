package org.mingzhang.indexing.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The temporary directory of one worker process. A killed worker cannot delete it, so the parent
 * process does after the worker has ended.
 *
 * @param path the directory
 */
record WorkerTempFolder(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerTempFolder.class);

  /** Creates a temporary directory in {@code folder}, which is created if necessary. */
  static WorkerTempFolder create(Path folder) throws IOException {
    return new WorkerTempFolder(
        Files.createTempDirectory(Files.createDirectories(folder), "reader-").toAbsolutePath());
  }

  /** A copy of the command of a Java program with the option for the temporary directory. */
  List<String> withTempDir(List<String> javaCommand) {
    List<String> command = new ArrayList<>(javaCommand);
    command.add(1, "-Djava.io.tmpdir=" + path);
    return command;
  }

  /**
   * Deletes the directory and its content; links are not followed, and failures are only logged.
   */
  void delete() {
    try (Stream<Path> left = Files.walk(path)) {
      for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The spool is cleared at the next start
      LOG.debug("a reader's temporary files could not be taken away", e);
    }
  }
}
