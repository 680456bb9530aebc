package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests archives whose members cannot be stored or are too many. */
class ArchiveConsumerTest {
  @TempDir private Path folder;

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void a_member_that_cannot_be_stored_does_not_make_the_archive_damaged() throws IOException {
    byte[] inner = zip("说明.txt", "一、部门职责\n".getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("包.zip"), zip("内.zip", inner));
    IOException full = new IOException("No space left on device");
    Extractor extractor =
        new Extractor(
            ExtractionLimits.standard(),
            (member, sha256) -> {
              throw full;
            });
    assertThatThrownBy(() -> extractor.extract(file)).isSameAs(full);
  }

  @Test
  void archives_inside_each_other_share_a_budget_of_members() throws IOException {
    byte[] content = "一、部门职责\n".getBytes(StandardCharsets.UTF_8);
    String name = "a.txt";
    for (int level = 0; level < 5; level++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (int i = 0; i < 2; i++) {
          zip.putNextEntry(new ZipEntry(i + name));
          zip.write(content);
        }
      }
      content = bytes.toByteArray();
      name = "z.zip";
    }
    Path file = Files.write(folder.resolve("包.zip"), content);
    ExtractionLimits limits =
        new ExtractionLimits(1 << 20, 1_000, 10, 9, 2, Duration.ofMinutes(1), false);
    List<ExtractionResult> results = new Extractor(limits).extract(file);
    assertThat(results)
        .filteredOn(ExtractionResult.SuccessfulExtraction.class::isInstance)
        .hasSizeLessThan(20);
    assertThat(results.getLast())
        .isInstanceOfSatisfying(
            ExtractionResult.RefusedExtraction.class,
            refused -> assertThat(refused.message()).contains("inside each other"));
  }
}
