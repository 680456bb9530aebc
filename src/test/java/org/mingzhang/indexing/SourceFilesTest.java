package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
  @TempDir Path folder;

  private void file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(".").normalize());
    Files.writeString(file, "x");
  }

  @Test
  void files_are_listed_in_order_without_sidecars_hidden_and_half_made_ones() throws IOException {
    for (String name :
        List.of(
            "b.pdf", "a/c.docx", "a/_metadata.yaml", ".git/x.txt", "~$a.docx", "z.part", "无名")) {
      file(name);
    }
    assertThat(SourceFiles.list(List.of(folder)))
        .extracting(f -> folder.relativize(f).toString())
        .containsExactly("a/c.docx", "b.pdf", "无名");
  }

  @Test
  void a_file_named_itself_is_taken_whatever_its_name() throws IOException {
    file(".hidden.pdf");
    assertThat(SourceFiles.list(List.of(folder.resolve(".hidden.pdf")))).hasSize(1);
  }

  @Test
  void a_path_that_is_not_there_is_named() {
    assertThatThrownBy(() -> SourceFiles.list(List.of(folder.resolve("no"))))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("no");
  }
}
