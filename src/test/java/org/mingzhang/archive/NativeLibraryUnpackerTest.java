package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryUnpackerTest {
  @TempDir Path folder;

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void the_library_is_unpacked_once_and_again_where_it_is_not_whole() throws IOException {
    Path place = NativeLibraryUnpacker.unpack(folder);
    assertThat(place.getFileName().toString()).matches("sqlite-[0-9.]+-[0-9a-f]{8}");
    Path library = files(place).getFirst();
    long bytes = Files.size(library);
    FileTime first = FileTime.fromMillis(1);
    Files.setLastModifiedTime(library, first);
    assertThat(NativeLibraryUnpacker.unpack(folder)).isEqualTo(place);
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(first);
    Files.write(library, new byte[] {1, 2, 3});
    NativeLibraryUnpacker.unpack(folder);
    assertThat(library).hasSize(bytes);
    assertThat(files(place)).containsExactly(library);
  }

  @Test
  void the_driver_takes_it_from_there() {
    Archive.open(folder.resolve("archive")).close();
    String path = System.getProperties().getProperty("org.sqlite.lib.path");
    assertThat(path).contains("sqlite-");
  }
}
