package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchedFileCacheTest {
  @TempDir Path folder;

  @Test
  void a_temporary_file_that_another_process_moves_meanwhile_is_passed_over() throws Exception {
    Files.createSymbolicLink(folder.resolve(".new-1"), folder.resolve("gone"));
    Path left = Files.writeString(folder.resolve(".new-2"), "half");
    new FetchedFileCache(folder, 100).deleteTemporaryFiles(Instant.now().plusSeconds(60));
    assertThat(left).doesNotExist();
  }
}
