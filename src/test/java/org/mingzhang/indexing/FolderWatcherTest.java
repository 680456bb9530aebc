package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatcherTest {
  @TempDir Path folder;

  @Test
  void a_new_file_is_told_of_once_when_it_has_settled() throws IOException {
    Files.writeString(folder.resolve("known.txt"), "a");
    FolderWatcher watch =
        new FolderWatcher(List.of(folder), SourceFileLister.scan(List.of(folder)));
    Path fresh = Files.writeString(folder.resolve("fresh.txt"), "a");
    assertThat(watch.pollSettledChanges()).isEmpty();
    Files.writeString(fresh, "longer");
    assertThat(watch.pollSettledChanges()).as("it is still being written").isEmpty();
    assertThat(watch.pollSettledChanges()).containsExactly(fresh);
    assertThat(watch.pollSettledChanges()).isEmpty();
  }

  @Test
  void a_file_is_told_of_when_metadata_beside_it_have_come_changed_or_gone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "a");
    FolderWatcher watch =
        new FolderWatcher(List.of(folder), SourceFileLister.scan(List.of(folder)));
    for (String name : List.of("a.yaml", "a.txt.yaml", "_metadata.yaml")) {
      Path sidecar = Files.writeString(folder.resolve(name), "");
      assertThat(watch.pollSettledChanges()).isEmpty();
      assertThat(watch.pollSettledChanges()).as(name).containsExactly(file);
      assertThat(watch.pollSettledChanges()).isEmpty();
      Files.delete(sidecar);
      assertThat(watch.pollSettledChanges()).isEmpty();
      assertThat(watch.pollSettledChanges()).as("without " + name).containsExactly(file);
    }
  }

  @Test
  void a_changed_file_is_told_of_and_one_that_went_away_is_not() throws IOException {
    Path one = Files.writeString(folder.resolve("one.txt"), "a");
    Path two = Files.writeString(folder.resolve("two.txt"), "a");
    FolderWatcher watch =
        new FolderWatcher(List.of(folder), SourceFileLister.scan(List.of(folder)));
    Files.writeString(one, "changed");
    Files.delete(two);
    assertThat(watch.pollSettledChanges()).isEmpty();
    assertThat(watch.pollSettledChanges()).containsExactly(one);
  }
}
