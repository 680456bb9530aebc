package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileListerTest {
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
    assertThat(SourceFileLister.list(List.of(folder)))
        .extracting(f -> folder.relativize(f).toString())
        .containsExactly("a/c.docx", "b.pdf", "无名");
  }

  @Test
  void a_file_named_itself_is_taken_whatever_its_name() throws IOException {
    file(".hidden.pdf");
    assertThat(SourceFileLister.list(List.of(folder.resolve(".hidden.pdf")))).hasSize(1);
  }

  @Test
  void a_path_that_is_not_there_is_named() {
    assertThatThrownBy(() -> SourceFileLister.list(List.of(folder.resolve("no"))))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("no");
  }

  private List<String> names(SourceFileLister.Listing listing, Path root) {
    return listing.files().stream().map(f -> root.relativize(f).toString()).toList();
  }

  @Test
  void no_link_is_followed_and_each_is_named() throws IOException {
    file("in/a.txt");
    file("out/secret.txt");
    Path in = folder.resolve("in");
    Files.createSymbolicLink(in.resolve("link.txt"), folder.resolve("out/secret.txt"));
    Files.createSymbolicLink(in.resolve("away"), folder.resolve("out"));
    Files.createSymbolicLink(in.resolve("round"), in);
    Files.createSymbolicLink(in.resolve("dangling.txt"), folder.resolve("nothing"));
    SourceFileLister.Listing listing = SourceFileLister.scan(List.of(in));
    assertThat(names(listing, in)).containsExactly("a.txt");
    assertThat(listing.skippedPaths())
        .extracting(p -> in.relativize(p.path()).toString())
        .containsExactlyInAnyOrder("link.txt", "away", "round", "dangling.txt");
    assertThat(listing.skippedPaths()).noneMatch(SourceFileLister.SkippedPath::isFault);
  }

  @Test
  void a_link_to_a_file_is_not_followed_also_where_it_is_named_itself() throws IOException {
    file("secret.txt");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("secret.txt"));
    assertThat(SourceFileLister.list(List.of(link))).isEmpty();
  }

  @Test
  void what_is_neither_file_nor_folder_is_named() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(SourceFileLister.scan(List.of(folder)).skippedPaths())
        .containsExactly(new SourceFileLister.SkippedPath(pipe, true, "not a regular file"));
  }

  @Test
  void a_folder_that_is_named_may_be_a_link_and_its_files_keep_the_name_given() throws IOException {
    file("real/a.txt");
    Path link = Files.createSymbolicLink(folder.resolve("current"), folder.resolve("real"));
    assertThat(SourceFileLister.list(List.of(link))).containsExactly(link.resolve("a.txt"));
  }

  @Test
  void a_folder_that_cannot_be_opened_costs_one_line_and_the_rest_is_read() throws IOException {
    file("a/x.txt");
    file("locked/y.txt");
    file("z/z.txt");
    Path locked = folder.resolve("locked");
    Files.setPosixFilePermissions(locked, Set.of());
    assumeFalse(Files.isReadable(locked), "this user may open every folder");
    try {
      SourceFileLister.Listing listing = SourceFileLister.scan(List.of(folder));
      assertThat(names(listing, folder)).containsExactly("a/x.txt", "z/z.txt");
      assertThat(listing.skippedPaths())
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.path()).isEqualTo(locked);
                assertThat(p.isFault()).isTrue();
                assertThat(p.message()).isEqualTo("cannot be opened: AccessDenied");
              });
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
