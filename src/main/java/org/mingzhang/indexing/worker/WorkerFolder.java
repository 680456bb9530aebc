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
 * The folder of one worker for temporary files: unpacked members, pages for character recognition.
 * A worker that is killed cannot take them away itself; whoever started it does so when it has
 * ended.
 *
 * @param path the folder
 */
record WorkerFolder(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerFolder.class);

  /** A new one in a folder, which is made where there is none. */
  static WorkerFolder in(Path folder) throws IOException {
    return new WorkerFolder(
        Files.createTempDirectory(Files.createDirectories(folder), "reader-").toAbsolutePath());
  }

  /** The command of a Java program, told to keep its temporary files here. */
  List<String> command(List<String> java) {
    List<String> command = new ArrayList<>(java);
    command.add(1, "-Djava.io.tmpdir=" + path);
    return command;
  }

  /** Takes the folder away with all that is in it; links are not followed. */
  void clear() {
    try (Stream<Path> left = Files.walk(path)) {
      for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // What is left is cleared with the spool at the next start.
      LOG.debug("a reader's temporary files could not be taken away", e);
    }
  }
}
