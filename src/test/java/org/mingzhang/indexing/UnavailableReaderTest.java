package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.IngestEntry.IngestState;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.extract.ExtractionLimits;

/** Accepted content is not refused for a fault that is not its own. */
class UnavailableReaderTest {
  private static final String TEXT = "样本市东岸区林业局2024年度部门决算\n一、职责\n组织植树造林。\n二、机构\n内设办公室。\n";
  private static final int RUNS = 12;

  @TempDir Path folder;
  private Archive archive;
  private IndexStore index;
  private Path spoolFolder;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.open(folder.resolve("data/archive"));
    index = IndexStore.open(folder.resolve("data/lucene"));
    spoolFolder = folder.resolve("data/spool");
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    archive.close();
  }

  private long send() throws IOException {
    String sha256 =
        archive
            .queue()
            .storeContent(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)));
    return archive.queue().accept(OfferedFile.ofUpload("决算.txt", sha256, null), Instant.EPOCH);
  }

  private void run(DocumentReader reader) throws IOException, InterruptedException {
    new Indexer(archive, index, reader, Clock.systemUTC(), 2, new MemberSpool(spoolFolder))
        .run(IndexingListener.NONE);
  }

  private void runAndRead() throws IOException, InterruptedException {
    try (DocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard(), new MemberSpool(spoolFolder))) {
      run(reader);
    }
  }

  private IngestEntry entry(long id) {
    return archive.queue().findEntry(id).orElseThrow();
  }

  private static DocumentReader stopped() {
    return file -> {
      throw new DocumentReader.ReaderUnavailableException("the reader was stopped");
    };
  }

  @Test
  void an_upload_whose_reader_is_stopped_however_often_is_read_in_the_end() throws Exception {
    long id = send();
    for (int i = 0; i < RUNS; i++) {
      assertThatThrownBy(() -> run(stopped())).hasMessageContaining("the reader was stopped");
      assertThat(entry(id).state()).isEqualTo(IngestState.ACCEPTED);
      assertThat(entry(id).attempts()).isZero();
    }
    runAndRead();
    assertThat(entry(id).state()).isEqualTo(IngestState.KEPT);
  }

  @Test
  void an_upload_that_finds_the_spool_full_is_read_when_there_is_space() throws Exception {
    long id = send();
    Files.writeString(spoolFolder, "no folder can be made here");
    for (int i = 0; i < RUNS; i++) {
      assertThatThrownBy(this::runAndRead).hasMessageContaining("spool cannot be written");
    }
    assertThat(entry(id).attempts()).isZero();
    Files.delete(spoolFolder);
    runAndRead();
    assertThat(entry(id).state()).isEqualTo(IngestState.KEPT);
  }

  @Test
  void content_that_is_gone_from_a_cache_when_it_is_opened_is_fetched_again() throws Exception {
    long id = send();
    AtomicBoolean evicted = new AtomicBoolean();
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard(), new MemberSpool(spoolFolder))) {
      run(
          file -> {
            if (!evicted.getAndSet(true)) {
              throw new NoSuchFileException(file.toString());
            }
            return reader.read(file);
          });
    }
    assertThat(entry(id).state()).isEqualTo(IngestState.KEPT);
  }

  @Test
  void an_upload_that_no_reading_can_open_is_refused_with_the_number_of_tries() throws Exception {
    long id = send();
    DocumentReader failing =
        file -> {
          throw new IOException("unexpected end");
        };
    int failedRuns = 0;
    while (entry(id).state() == IngestState.ACCEPTED && failedRuns < RUNS) {
      try {
        run(failing);
      } catch (IOException told) {
        assertThat(told).hasMessageContaining("决算.txt cannot be opened: unexpected end");
        failedRuns++;
      }
    }
    assertThat(failedRuns).isEqualTo(10);
    assertThat(entry(id).state()).isEqualTo(IngestState.REFUSED);
    assertThat(entry(id).message()).contains("broke off 10 times");
  }

  @Test
  void a_file_of_a_folder_is_not_refused_either_when_its_reader_is_stopped() throws Exception {
    Path file = Files.writeString(folder.resolve("决算.txt"), TEXT);
    archive.queue().acceptAll(List.of(OfferedFile.ofFile(file, false)), Instant.EPOCH);
    assertThatThrownBy(() -> run(stopped())).hasMessageContaining("the reader was stopped");
    assertThat(archive.queue().openCount()).isEqualTo(1);
    runAndRead();
    assertThat(archive.documentCount()).isEqualTo(1);
  }
}
