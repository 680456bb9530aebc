package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

class IndexCheckerTest {
  @TempDir Path folder;

  private void fill() throws IOException {
    try (IndexStore index = IndexStore.open(folder)) {
      index.replace(
          new ArchivedDisclosure(
              "a",
              new DocumentVersion("a", 1, "0".repeat(64), Instant.EPOCH, "a.txt", null),
              new Disclosure(
                  new SourceDocument("a.txt", "0".repeat(64), "text/plain", 1, 1, null),
                  new DocumentMetadata("样本", false, null, null, null, null, null, List.of()),
                  List.of(new Section("1", "", "概况", 1, Topic.OTHER, 1, false, false, List.of())),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of()),
              List.of("gk")),
          PublicationInfo.UNKNOWN);
      index.commit();
      assertThat(IndexChecker.check(folder).indexInUse()).isTrue();
    }
  }

  @Test
  void a_whole_index_has_no_faults_and_a_damaged_one_is_told() throws IOException {
    fill();
    assertThat(IndexChecker.check(folder).faults()).isEmpty();
    Path part;
    try (var files = Files.list(folder)) {
      part = files.filter(f -> f.toString().endsWith(".cfs")).findFirst().orElseThrow();
    }
    try (RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw")) {
      file.seek(file.length() / 2);
      file.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    }
    assertThat(IndexChecker.check(folder).faults()).isNotEmpty();
  }

  @Test
  void documents_that_are_missing_or_too_many_are_told() throws IOException {
    fill();
    assertThat(IndexChecker.compareDocuments(folder, (after, most) -> ids(after, "a"))).isEmpty();
    assertThat(IndexChecker.compareDocuments(folder, (after, most) -> ids(after, "b")))
        .containsExactly(
            "document a is in the index and not in the archive", "document b is not in the index");
  }

  private static List<String> ids(String after, String... all) {
    return List.of(all).stream().filter(id -> id.compareTo(after) > 0).toList();
  }

  @Test
  void a_missing_index_is_a_fault() throws IOException {
    assertThat(IndexChecker.check(folder).faults()).singleElement().asString().contains("no index");
  }
}
