package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;

class BackupCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void create() throws IOException {
    Archive.open(folder.resolve("data/archive")).close();
  }

  private int run(String command, Path path, String data) {
    Terminal terminal =
        new Terminal(
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return RootCommand.execute(
        terminal,
        Map.of(),
        List.of(command, path.toString(), "--data", folder.resolve(data).toString()));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_backup_into_its_own_data_folder_is_refused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("data"));
    for (Path target : List.of(folder.resolve("data"), folder.resolve("data/archive/b"), link)) {
      assertThat(run("backup", target, "data")).isEqualTo(2);
      assertThat(err()).contains("is in the data folder");
      err.reset();
    }
    assertThat(folder.resolve("data/objects")).doesNotExist();
    assertThat(run("backup", folder.resolve("data2"), "data")).isZero();
  }

  @Test
  void a_backup_onto_a_file_is_refused_with_the_reason() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(run("backup", file, "data")).isEqualTo(2);
    assertThat(err().strip()).isEqualTo("mingzhang: " + file + ": exists and is not a folder");
  }

  @Test
  void a_damaged_original_is_named_by_backup_and_by_restore() throws IOException {
    String name = "ab".repeat(32);
    Path shelf = Files.createDirectories(folder.resolve("data/archive/objects/ab"));
    Files.writeString(shelf.resolve(name), "other content");
    assertThat(run("backup", folder.resolve("backup"), "data")).isEqualTo(1);
    assertThat(err()).contains("original " + name + " is damaged");
    err.reset();
    assertThat(run("restore", folder.resolve("backup"), "again")).isEqualTo(1);
    assertThat(err()).contains("original " + name + " does not match its SHA-256");
  }
}
