package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileReaderTest {
  @TempDir Path folder;

  @Test
  void a_file_without_a_readable_line_is_a_mistake_in_the_options() throws IOException {
    Path good = Files.writeString(folder.resolve("good"), "口令\nmore");
    assertThat(SecretFileReader.readFirstLine("--x", good)).isEqualTo("口令");
    Path empty = Files.createFile(folder.resolve("empty"));
    Path legacy = Files.write(folder.resolve("legacy"), new byte[] {(byte) 0xbf, (byte) 0xda});
    for (Path bad : new Path[] {empty, legacy, folder.resolve("none")}) {
      assertThatThrownBy(() -> SecretFileReader.readFirstLine("--x", bad))
          .isInstanceOf(BadOptionException.class)
          .hasMessageContaining("--x");
    }
  }
}
