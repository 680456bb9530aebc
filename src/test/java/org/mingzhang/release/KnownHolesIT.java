package org.mingzhang.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fails the build where a library that is shipped has a hole known on the date of the file. */
class KnownHolesIT {
  private static final Path BOM = Path.of("target/bom.json");
  private static final Path ADVISORIES = Path.of("src/test/resources/release/advisories.tsv");

  @Test
  void nothing_that_is_shipped_has_a_known_hole() throws IOException {
    assumeTrue(Files.exists(BOM), "a build that is told to stay offline writes no bill");
    Advisories advisories = Advisories.read(ADVISORIES);
    List<Library> shipped = Library.of(Files.readString(BOM));
    assertThat(shipped).hasSizeGreaterThan(50);
    Map<String, List<String>> holes = new LinkedHashMap<>();
    for (Library library : shipped) {
      List<String> known = advisories.known(library);
      if (!known.isEmpty()) {
        holes.put(library.purl(), known);
      }
    }
    assertThat(holes).as("known holes as of %s", advisories.asOf()).isEmpty();
  }
}
