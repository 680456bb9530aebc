package org.mingzhang.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others install the program with. */
class DeployTest {
  @TempDir Path folder;

  @Test
  void systemd_reads_the_unit_without_a_complaint() throws Exception {
    Path unit = folder.resolve("mingzhang.service");
    Files.writeString(
        unit,
        Files.readString(Path.of("deploy/mingzhang.service"))
            .replace("/opt/mingzhang/mingzhang", "/bin/true"));
    Path said = folder.resolve("said");
    Process verify;
    try {
      verify =
          new ProcessBuilder("systemd-analyze", "verify", unit.toString())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
    } catch (IOException missing) {
      assumeTrue(false, "systemd-analyze is not installed");
      return;
    }
    assertThat(verify.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(said, StandardCharsets.UTF_8)).isEmpty();
    assertThat(verify.exitValue()).isZero();
  }

  @Test
  void the_image_is_of_named_versions_runs_as_nobody_special_and_says_whether_it_lives()
      throws IOException {
    List<String> lines = Files.readAllLines(Path.of("deploy/Dockerfile"));
    assertThat(lines).anyMatch(line -> line.matches("USER (?!root).+"));
    assertThat(lines).anyMatch(line -> line.startsWith("HEALTHCHECK "));
    for (String line : lines) {
      if (line.startsWith("FROM ")) {
        assertThat(line).matches("FROM [a-z-]+:[\\w.-]+( AS \\w+)?").doesNotContain("latest");
      }
      assertThat(line).doesNotStartWith("ADD ").doesNotStartWith("MAINTAINER");
    }
    String text = String.join("\n", lines);
    assertThat(text.split("apt-get install", -1))
        .as("lists of packages are fetched and removed in the same layer")
        .hasSameSizeAs(text.split("rm -rf /var/lib/apt/lists", -1));
  }
}
