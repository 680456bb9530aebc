package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.extract.ExtractionLimits;

/** A file that changes while it is read is kept as one of its contents, or refused: never mixed. */
class ChangingFileTest {
  private static final String TEXT = "样本市林业局2024年度部门决算\n一、职责\n第%d版的职责，共%d项。\n二、机构\n第%d版的机构。\n";

  @TempDir Path folder;
  private Archive archive;
  private IndexStore index;
  private Path file;
  private final List<String> refused = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    archive = Archive.open(folder.resolve("data/archive"));
    index = IndexStore.open(folder.resolve("data/lucene"));
    file = folder.resolve("决算.txt");
    write(0);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    archive.close();
  }

  private void write(int version) throws IOException {
    Files.writeString(file, TEXT.formatted(version, version, version));
  }

  /** A change of the file. */
  @FunctionalInterface
  private interface Event {
    void happens(int reading) throws IOException;
  }

  /** A reader during which the file changes. */
  private record Disturbed(
      InProcessDocumentReader reader, List<Path> read, Event before, Event after)
      implements DocumentReader {
    @Override
    public List<Result> read(Path file) throws IOException {
      read.add(file);
      before.happens(read.size());
      List<Result> results = reader.read(file);
      after.happens(read.size());
      return results;
    }
  }

  private int run(Event before, Event after) throws IOException, InterruptedException {
    List<Path> read = new ArrayList<>();
    refused.clear();
    IndexingListener listener =
        new IndexingListener() {
          @Override
          public void fileRefused(String name, String reason, String message) {
            refused.add(name + " " + reason);
          }
        };
    MemberSpool spool = new MemberSpool(folder.resolve("data/spool"));
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard(), spool)) {
      new Indexer(
              archive,
              index,
              new Disturbed(reader, read, before, after),
              Clock.systemUTC(),
              1,
              spool)
          .run(List.of(file), listener);
    }
    return read.size();
  }

  private void assertKept(int version) throws IOException {
    String id = archive.documentIds("", Integer.MAX_VALUE).getFirst();
    ArchivedDisclosure kept = archive.latest(id).orElseThrow();
    assertThat(kept.disclosure().sections())
        .allSatisfy(
            section -> assertThat(section.text()).doesNotContain("第" + (version - 1) + "版"));
    assertThat(archive.findOriginal(kept.version()))
        .hasValueSatisfying(
            o -> assertThat(o.file()).hasContent(TEXT.formatted(version, version, version)));
    assertThat(archive.check()).isEmpty();
  }

  @Test
  void one_that_is_replaced_before_it_is_opened_is_read_again() throws Exception {
    int readings =
        run(
            n -> {
              if (n == 1) {
                write(1);
              }
            },
            n -> {});
    assertThat(readings).isEqualTo(2);
    assertThat(refused).isEmpty();
    assertKept(1);
  }

  @Test
  void one_that_is_replaced_while_it_is_read_is_read_again() throws Exception {
    int readings =
        run(
            n -> {},
            n -> {
              if (n == 1) {
                write(1);
              }
            });
    assertThat(readings).isEqualTo(2);
    assertKept(1);
  }

  @Test
  void one_of_the_same_length_and_time_is_not_taken_for_the_old_one() throws Exception {
    FileTime old = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(file, old);
    int readings =
        run(
            n -> {},
            n -> {
              if (n == 1) {
                write(1);
                Files.setLastModifiedTime(file, old);
              }
            });
    assertThat(readings).isEqualTo(2);
    assertKept(1);
  }

  @Test
  void one_that_goes_on_changing_is_refused_by_name_and_read_when_it_has_settled()
      throws Exception {
    assertThat(run(n -> {}, this::write)).isEqualTo(3);
    assertThat(refused).containsExactly("决算.txt CHANGING");
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).isEmpty();
    assertThat(archive.sourceFiles().find(file.toString())).isEmpty();
    assertThat(run(n -> {}, n -> {})).isEqualTo(1);
    assertKept(3);
  }

  @Test
  void one_that_becomes_a_link_is_not_followed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), TEXT.formatted(9, 9, 9));
    run(
        n -> {
          Files.delete(file);
          Files.createSymbolicLink(file, secret);
        },
        n -> {});
    assertThat(refused).containsExactly("决算.txt UNREADABLE");
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  void one_that_goes_away_is_refused_and_what_was_kept_of_it_stays() throws Exception {
    run(n -> {}, n -> {});
    write(1);
    run(n -> Files.delete(file), n -> {});
    assertThat(refused).hasSize(1);
    assertKept(0);
  }

  @Test
  void one_written_in_the_moment_of_its_reading_is_looked_at_again() throws Exception {
    run(n -> {}, n -> {});
    FileTime time = Files.getLastModifiedTime(file);
    write(1);
    Files.setLastModifiedTime(file, time);
    run(n -> {}, n -> {});
    assertKept(1);
  }
}
