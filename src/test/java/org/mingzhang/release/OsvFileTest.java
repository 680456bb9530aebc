package org.mingzhang.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsvFileTest {
  @TempDir Path folder;

  private Path zip(String... records) throws IOException {
    Path file = folder.resolve("all.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < records.length; i++) {
        out.putNextEntry(new ZipEntry("R" + i + ".json"));
        out.write(records[i].getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  @Test
  void a_version_that_is_listed_or_lies_in_a_range_is_known() throws IOException {
    OsvFile file =
        new OsvFile(
            zip(
                "{\"id\":\"GHSA-1\",\"affected\":[{\"package\":{\"ecosystem\":\"Maven\",\"name\":\"g:a\"},\"versions\":[\"1.0\"]}]}",
                "{\"id\":\"GHSA-2\",\"affected\":[{\"package\":{\"ecosystem\":\"Maven\",\"name\":\"g:a\"},\"ranges\":[{\"type\":\"ECOSYSTEM\",\"events\":[{\"introduced\":\"2.0.0\"},{\"fixed\":\"2.3.1\"}]}]}]}",
                "{\"id\":\"GHSA-3\",\"withdrawn\":\"2020-01-01\",\"affected\":[{\"package\":{\"ecosystem\":\"Maven\",\"name\":\"g:a\"},\"versions\":[\"1.0\"]}]}",
                "{\"id\":\"PYSEC-4\",\"affected\":[{\"package\":{\"ecosystem\":\"PyPI\",\"name\":\"g:a\"},\"versions\":[\"1.0\"]}]}"));
    assertThat(file.known(new Library("g:a", "1.0"))).containsExactly("GHSA-1");
    assertThat(file.known(new Library("g:a", "2.3.0"))).containsExactly("GHSA-2");
    assertThat(file.known(new Library("g:a", "2.3.1"))).isEmpty();
    assertThat(file.known(new Library("g:b", "1.0"))).isEmpty();
  }

  @Test
  void ranges_of_any_version_can_be_kept() throws IOException {
    OsvFile file =
        new OsvFile(
            zip(
                "{\"id\":\"GHSA-2\",\"affected\":[{\"package\":{\"ecosystem\":\"Maven\",\"name\":\"g:a\"},\"ranges\":[{\"type\":\"ECOSYSTEM\",\"events\":[{\"introduced\":\"1.0\"},{\"fixed\":\"1.4\"},{\"introduced\":\"2.0\"}]}]}]}"));
    assertThat(file.holes("g:a"))
        .containsExactly(
            new Advisories.Hole("g:a", "1.0", "1.4", "GHSA-2"),
            new Advisories.Hole("g:a", "2.0", "", "GHSA-2"));
    assertThat(file.holes("g:b")).isEmpty();
  }

  @Test
  void a_file_that_holds_nothing_is_no_clean_bill() throws IOException {
    Path empty = zip("{}");
    assertThatThrownBy(() -> new OsvFile(empty)).hasMessageContaining("holds no OSV records");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0,1.0,0",
    "1.2,1.10,-1",
    "2.0.0-rc1,2.0.0,-1",
    "3.1.5.RELEASE,3.1.5,0",
    "10,9.9,1",
    "1,0,1"
  })
  void versions_are_compared_by_number(String one, String other, int sign) {
    assertThat(Integer.signum(OsvFile.compare(one, other))).isEqualTo(sign);
  }

  @Test
  void the_libraries_of_a_bill_are_read_once_each() {
    assertThat(
            Library.of(
                "{\"purl\":\"pkg:maven/g.h/a@1.0?type=jar\"},{\"purl\" : \"pkg:maven/g.h/a@1.0\"}"))
        .isEqualTo(List.of(new Library("g.h:a", "1.0")));
  }
}
