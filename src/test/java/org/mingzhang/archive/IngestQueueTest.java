package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.IngestEntry.IngestState;

/** What was accepted is there after every end of the process, once, and in its order. */
class IngestQueueTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @TempDir Path folder;
  private Archive archive;
  private IngestQueue queue;

  @BeforeEach
  void open() {
    archive = Archive.open(folder.resolve("archive"));
    queue = archive.queue();
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private void startAgain() {
    archive.close();
    open();
  }

  private long send(String name, String content) throws IOException {
    String sha256 =
        queue.storeContent(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    return queue.accept(OfferedFile.ofUpload(name, sha256, null), NOW);
  }

  private static List<Long> ids(List<IngestEntry> entries) {
    return entries.stream().map(IngestEntry::id).toList();
  }

  private static SourceFileState.Member kept(String id) {
    return new SourceFileState.Member("a.pdf", id, null, null);
  }

  @Test
  void what_was_accepted_waits_with_its_bytes_after_a_new_start() throws IOException {
    long id = send("a.pdf", "一");
    startAgain();
    IngestEntry entry = queue.takeEntries(5, false).getFirst();
    assertThat(entry.id()).isEqualTo(id);
    assertThat(entry.offer().name()).isEqualTo("a.pdf");
    assertThat(queue.findContent(entry))
        .hasValueSatisfying(file -> assertThat(file).hasContent("一"));
  }

  @Test
  void what_was_being_read_waits_again_and_is_read_alone_since_it_may_be_to_blame()
      throws IOException {
    List<Long> sent = List.of(send("a", "1"), send("b", "2"), send("c", "3"));
    assertThat(ids(queue.takeEntries(2, false))).isEqualTo(sent.subList(0, 2));
    startAgain();
    assertThat(queue.takeEntries(5, true)).as("others are being read").isEmpty();
    assertThat(ids(queue.takeEntries(5, false))).containsExactly(sent.get(0));
    IngestEntry first = queue.findEntry(sent.get(0)).orElseThrow();
    queue.complete(List.of(new IngestQueue.ReadResult(first, null, List.of(kept("d")))));
    assertThat(ids(queue.takeEntries(5, false))).containsExactly(sent.get(1));
  }

  @Test
  void a_stop_in_order_blames_nobody() throws IOException {
    List<Long> sent = List.of(send("a", "1"), send("b", "2"));
    queue.takeEntries(2, false);
    queue.returnBegunEntries();
    startAgain();
    assertThat(ids(queue.takeEntries(5, false))).isEqualTo(sent);
  }

  @Test
  void a_file_whose_reading_ends_the_process_each_time_is_given_up_in_the_end() throws IOException {
    long id = send("a", "1");
    IngestEntry entry = queue.findEntry(id).orElseThrow();
    int starts = 0;
    while (!IngestQueue.hasTooManyAttempts(entry)) {
      assertThat(starts++).isLessThan(20);
      entry = queue.takeEntries(1, false).getFirst();
      startAgain();
      entry = queue.findEntry(id).orElseThrow();
    }
    assertThat(starts).isEqualTo(10);
  }

  @Test
  void what_has_ended_does_not_come_again_and_says_what_it_became() throws IOException {
    long good = send("a", "1");
    long bad = send("b", "2");
    for (IngestEntry entry : queue.takeEntries(5, false)) {
      SourceFileState.Member member =
          entry.id() == good
              ? kept("d")
              : new SourceFileState.Member("b", null, "ENCRYPTED", "needs a password");
      queue.complete(List.of(new IngestQueue.ReadResult(entry, null, List.of(member))));
    }
    startAgain();
    assertThat(queue.takeEntries(5, false)).isEmpty();
    assertThat(queue.findEntry(good).orElseThrow().state()).isEqualTo(IngestState.KEPT);
    assertThat(queue.findEntry(good).orElseThrow().documentId()).isEqualTo("d");
    assertThat(queue.findEntry(bad).orElseThrow().state()).isEqualTo(IngestState.REFUSED);
    assertThat(queue.findEntry(bad).orElseThrow().message()).isEqualTo("needs a password");
    assertThat(ids(queue.endedEntries(5))).containsExactly(bad, good);
  }

  @Test
  void the_same_bytes_sent_twice_while_they_wait_are_one_entry_and_another_while_they_are_read()
      throws IOException {
    long first = send("a", "1");
    assertThat(send("other name", "1")).isEqualTo(first);
    queue.takeEntries(1, false);
    long second = send("a", "1");
    assertThat(second).isNotEqualTo(first);
    assertThat(queue.takeEntries(5, true)).as("its source is being read").isEmpty();
  }

  @Test
  void files_of_folders_wait_behind_what_was_sent_and_only_for_the_process_that_found_them()
      throws IOException {
    Path file = folder.resolve("x.pdf");
    queue.acceptAll(List.of(OfferedFile.ofFile(file, false), OfferedFile.ofFile(file, true)), NOW);
    long sent = send("a", "1");
    List<IngestEntry> open = queue.openEntries(5);
    assertThat(open).hasSize(2);
    assertThat(open.getFirst().id()).isEqualTo(sent);
    assertThat(open.getLast().offer().isReadIfUnchanged()).isTrue();
    startAgain();
    assertThat(ids(queue.takeEntries(5, false))).containsExactly(sent);
    queue.acceptAll(List.of(OfferedFile.ofFile(file, false)), NOW);
    assertThat(queue.takeEntries(5, true))
        .extracting(e -> e.offer().sourceKey())
        .contains(file.toString());
  }

  @Test
  void content_that_breaks_off_leaves_nothing() throws IOException {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[100_000]),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("broken off");
              }

              @Override
              public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
              }
            });
    assertThatThrownBy(() -> queue.storeContent(broken)).hasMessage("broken off");
    try (Stream<Path> left = Files.walk(folder.resolve("archive/objects"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void what_a_killed_process_had_begun_to_write_is_taken_away() throws IOException {
    send("a", "1");
    Path left = Files.writeString(folder.resolve("archive/objects/.new/.new-1"), "half");
    startAgain();
    assertThat(left).doesNotExist();
    assertThat(archive.check()).isEmpty();
  }

  @Test
  void a_backup_has_the_queue_and_its_bytes() throws IOException {
    send("a.pdf", "一");
    Backup.backUp(folder.resolve("archive"), folder.resolve("backup"));
    Backup.restore(folder.resolve("backup"), folder.resolve("again"));
    try (Archive again = Archive.open(folder.resolve("again"))) {
      IngestEntry entry = again.queue().takeEntries(5, false).getFirst();
      assertThat(again.queue().findContent(entry))
          .hasValueSatisfying(file -> assertThat(file).hasContent("一"));
    }
  }
}
