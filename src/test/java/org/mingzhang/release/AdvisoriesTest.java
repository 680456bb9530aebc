package org.mingzhang.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvisoriesTest {
  private static final Advisories KNOWN =
      new Advisories(
          LocalDate.of(2026, 11, 22),
          List.of(
              new Advisories.Hole("g:a", "2.0.0", "2.3.1", "CVE-1"),
              new Advisories.Hole("g:b", "0", "", "CVE-2")));

  @TempDir Path folder;

  @Test
  void a_version_is_affected_from_the_first_to_the_one_before_the_mend() {
    assertThat(KNOWN.known(new Library("g:a", "1.9"))).isEmpty();
    assertThat(KNOWN.known(new Library("g:a", "2.0.0"))).containsExactly("CVE-1");
    assertThat(KNOWN.known(new Library("g:a", "2.3.0"))).containsExactly("CVE-1");
    assertThat(KNOWN.known(new Library("g:a", "2.3.1"))).isEmpty();
    assertThat(KNOWN.known(new Library("g:b", "99"))).containsExactly("CVE-2");
    assertThat(KNOWN.known(new Library("g:c", "2.0.0"))).isEmpty();
  }

  @Test
  void a_file_is_read_as_it_was_written() throws IOException {
    Path file = folder.resolve("advisories.tsv");
    KNOWN.write(file);
    assertThat(Advisories.read(file)).isEqualTo(KNOWN);
  }

  @Test
  void a_file_without_a_date_is_refused_by_name() throws IOException {
    Path file = Files.writeString(folder.resolve("undated.tsv"), "g:a\t0\t1\tCVE-1\n");
    assertThatThrownBy(() -> Advisories.read(file)).hasMessageContaining("undated.tsv");
  }

  @Test
  void the_versions_that_were_shipped_before_are_known() throws IOException {
    Advisories kept = Advisories.read(Path.of("src/test/resources/release/advisories.tsv"));
    assertThat(kept.known(new Library("org.jsoup:jsoup", "1.22.2"))).contains("CVE-2026-75140");
    assertThat(kept.known(new Library("com.github.junrar:junrar", "7.6.0"))).isNotEmpty();
    assertThat(kept.known(new Library("org.bouncycastle:bcprov-jdk18on", "1.84"))).isNotEmpty();
  }
}
