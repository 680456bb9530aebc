package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.SourceFileState;

class LegacyUploadsTest {
  @TempDir Path folder;

  @Test
  void what_an_earlier_version_had_not_read_is_queued_once_and_what_it_had_read_stays()
      throws IOException {
    Path uploads = Files.createDirectories(folder.resolve("uploads"));
    Path waiting = Files.writeString(uploads.resolve("2024年度部门决算.pdf"), "一");
    Path read = Files.writeString(uploads.resolve("read.pdf"), "二");
    Path sidecar = Files.writeString(uploads.resolve("_metadata.yaml"), "files: {}");
    Files.createSymbolicLink(uploads.resolve("link.pdf"), read);
    Files.writeString(uploads.resolve(".part-1"), "half");
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      archive
          .sourceFiles()
          .record(new SourceFileState(read.toString(), 3, 0, "ff", 1, "", List.of()));
      for (int start = 0; start < 2; start++) {
        LegacyUploads.enqueue(uploads, archive, Clock.systemUTC());
        assertThat(archive.queue().openEntries(5))
            .singleElement()
            .satisfies(
                entry -> {
                  assertThat(entry.state()).isEqualTo(IngestEntry.IngestState.ACCEPTED);
                  assertThat(entry.offer().name()).isEqualTo("2024年度部门决算.pdf");
                  assertThat(archive.queue().findContent(entry))
                      .hasValueSatisfying(content -> assertThat(content).hasContent("一"));
                });
      }
    }
    assertThat(waiting).doesNotExist();
    assertThat(read).exists();
    assertThat(sidecar).exists();
  }

  @Test
  void without_such_a_folder_there_is_nothing_to_do() throws IOException {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      LegacyUploads.enqueue(folder.resolve("uploads"), archive, Clock.systemUTC());
      assertThat(archive.queue().openCount()).isZero();
    }
  }
}
