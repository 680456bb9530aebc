package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalFileTest {
  @TempDir private Path folder;

  private static String lineWithChecksum(String rest) {
    CRC32C crc = new CRC32C();
    crc.update(rest.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue()) + " " + rest + "\n";
  }

  @Test
  void lines_are_read_as_they_were_written() throws IOException {
    JournalFile journal = new JournalFile(folder.resolve("journal"));
    journal.append(List.of(new JournalFile.JournalLine(7, "a 甲")));
    List<JournalFile.JournalLine> read = new ArrayList<>();
    assertThat(journal.read(read::add)).isZero();
    assertThat(read).containsExactly(new JournalFile.JournalLine(7, "a 甲"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x text", "-3 text", "1.5 text", "99999999999999999999 text"})
  void a_line_whose_number_is_none_counts_as_damaged(String rest) throws IOException {
    Path file = folder.resolve("journal");
    JournalFile journal = new JournalFile(file);
    journal.append(List.of(new JournalFile.JournalLine(7, "before")));
    Files.writeString(file, lineWithChecksum(rest), StandardOpenOption.APPEND);
    List<JournalFile.JournalLine> read = new ArrayList<>();
    assertThat(journal.read(read::add)).isEqualTo(1);
    assertThat(read).containsExactly(new JournalFile.JournalLine(7, "before"));
  }
}
