package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.text.Sha256;

/** What every place for originals and records does. */
abstract class ObjectStoreContract {
  @TempDir Path folder;
  private ArchiveLocation place;
  private ObjectStore objects;

  /** An empty place. */
  abstract ArchiveLocation place(Path archive);

  /** Puts other bytes in place of an object, behind the store's back. */
  abstract void damage(ArchiveLocation at, String name) throws IOException;

  @BeforeEach
  void open() {
    place = place(folder.resolve("archive"));
    objects = place.createObjectStore();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private String read(String name) throws IOException {
    try (InputStream in = objects.open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_file_whose_fingerprint_is_known_is_kept_under_what_it_holds_now() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "内容");
    String sha256 = Sha256.hash(file);
    assertThat(objects.store(file, sha256)).isEqualTo(sha256);
    assertThat(objects.store(file, sha256)).isEqualTo(sha256);
    Files.writeString(file, "别的");
    String changed = objects.store(file, sha256);
    assertThat(changed).isEqualTo(Sha256.hash(file));
    assertThat(read(changed)).isEqualTo("别的");
    assertThat(read(sha256)).isEqualTo("内容");
  }

  @Test
  void damage_that_the_store_detects_is_mended_by_the_same_content() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "内容");
    String sha256 = objects.store(file);
    damage(place, sha256);
    if (!objects.isStored(sha256)) {
      assertThat(objects.store(file, sha256)).isEqualTo(sha256);
      assertThat(read(sha256)).isEqualTo("内容");
    }
  }

  @Test
  void content_is_kept_under_its_fingerprint_and_once() throws IOException {
    String sha256 = objects.store(bytes("内容"));
    assertThat(sha256).hasSize(64);
    assertThat(objects.store(bytes("内容"))).isEqualTo(sha256);
    Path file = Files.writeString(folder.resolve("a"), "内容");
    assertThat(objects.store(file)).isEqualTo(sha256);
    assertThat(objects.exists(sha256)).isTrue();
    assertThat(objects.isIntact(sha256)).isTrue();
    assertThat(read(sha256)).isEqualTo("内容");
    assertThat(objects.localFile(sha256)).hasContent("内容").hasFileName(sha256);
    assertThat(objects.names()).containsExactly(sha256);
    assertThat(objects.lastModified(sha256))
        .isBetween(
            Instant.now().minus(Duration.ofMinutes(5)), Instant.now().plus(Duration.ofMinutes(5)));
  }

  @Test
  void an_empty_file_and_a_large_one_are_kept_as_they_are() throws IOException {
    String empty = objects.store(bytes(""));
    assertThat(read(empty)).isEmpty();
    String large = "样本".repeat(1_500_000);
    String sha256 = objects.store(bytes(large));
    assertThat(read(sha256)).isEqualTo(large);
    assertThat(objects.localFile(sha256)).hasSize(9_000_000);
  }

  @Test
  void what_is_not_there_is_told() throws IOException {
    String none = "0".repeat(64);
    assertThat(objects.exists(none)).isFalse();
    assertThat(objects.isIntact(none)).isFalse();
    assertThat(objects.names()).isEmpty();
    assertThatThrownBy(() -> objects.open(none)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> objects.localFile("../x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void content_under_a_name_is_replaced_also_where_it_was_fetched() throws IOException {
    String name = "ab".repeat(32);
    objects.write(name, out -> out.write("旧".getBytes(StandardCharsets.UTF_8)));
    assertThat(objects.localFile(name)).hasContent("旧");
    objects.write(name, out -> out.write("新".getBytes(StandardCharsets.UTF_8)));
    assertThat(read(name)).isEqualTo("新");
    assertThat(objects.localFile(name)).hasContent("新");
  }

  @Test
  void what_cannot_be_read_to_its_end_leaves_nothing() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the line broke");
          }

          @Override
          public int read(byte[] bytes, int from, int most) throws IOException {
            throw new IOException("the line broke");
          }
        };
    assertThatThrownBy(() -> objects.store(broken)).hasMessage("the line broke");
    assertThat(objects.names()).isEmpty();
    objects.deleteTemporaryFiles(Instant.MAX);
  }

  @Test
  void damage_is_found() throws IOException {
    String sha256 = objects.store(bytes("内容"));
    damage(place, sha256);
    assertThat(objects.isIntact(sha256)).isFalse();
  }

  @Test
  void many_are_all_named() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      names.add(objects.store(bytes("n" + i)));
    }
    assertThat(objects.names()).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void originals_and_records_of_an_archive_are_found_again() throws IOException {
    Instant now = Instant.parse("2026-11-21T00:00:00Z");
    Path original = Files.writeString(folder.resolve("o.txt"), "原件");
    ArchivedDisclosure stored;
    try (Archive archive = Archive.open(place)) {
      stored =
          archive.store(
              NewVersions.of(
                  "/o.txt",
                  "id",
                  List.of("s"),
                  Disclosures.of(
                      Sha256.hash(original), 2024, Disclosures.section("1", "概况", "职责如下。")),
                  original,
                  null,
                  null,
                  1,
                  now));
    }
    try (Archive archive = Archive.open(place)) {
      assertThat(archive.latest("id")).contains(stored);
      assertThat(archive.findOriginal(stored.version()))
          .hasValueSatisfying(o -> assertThat(o.file()).hasContent("原件"));
      assertThat(archive.check()).isEmpty();
      damage(place, stored.version().sha256());
      assertThat(archive.check()).hasSize(1).allMatch(line -> line.contains("original"));
    }
  }
}
