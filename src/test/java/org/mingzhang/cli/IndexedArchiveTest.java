package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.indexing.DocumentReader;

class IndexedArchiveTest {
  @TempDir Path folder;
  private final AtomicInteger closed = new AtomicInteger();

  private DocumentReader reader() {
    return new DocumentReader() {
      @Override
      public List<Result> read(Path file) {
        return List.of();
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  private void assertFails(DataFolder data) {
    int before = closed.get();
    assertThatThrownBy(() -> IndexedArchive.openUnreconciled(data, 1, reader()))
        .isInstanceOf(IOException.class);
    assertThat(closed).hasValue(before + 1);
  }

  @Test
  void what_was_opened_before_a_failure_is_closed() throws IOException {
    DataFolder data = DataFolder.of(folder);
    Files.writeString(data.searchIndex(), "a file where the folder of the index should be");
    assertFails(data);
    Files.delete(data.searchIndex());
    IndexedArchive.openUnreconciled(data, 1, reader()).close();
  }
}
