package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;

class DoctorCommandTest {
  @TempDir private Path data;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... options) {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            false);
    List<String> words = new ArrayList<>(List.of("doctor", "--data", data.toString()));
    words.addAll(List.of(options));
    return RootCommand.execute(terminal, Map.of(), words);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_folder_without_documents_has_no_faults() throws IOException {
    Files.createDirectories(data.resolve("lucene"));
    assertThat(run()).isZero();
    assertThat(out()).contains("--  index        does not exist yet").doesNotContain("!!");
  }

  @Test
  void what_cannot_be_repaired_is_not_marked_as_done() throws IOException {
    Archive.open(data.resolve("archive")).close();
    String name = "ab".repeat(32);
    Path shelf = Files.createDirectories(data.resolve("archive/objects/ab"));
    Files.writeString(shelf.resolve(name), "other content");
    assertThat(run("--repair")).isEqualTo(1);
    assertThat(out())
        .contains("!!  repair       original " + name + " cannot be restored")
        .doesNotContain("ok  repair");
  }

  @Test
  void a_folder_of_another_user_is_not_called_damaged() throws IOException {
    Archive.open(data.resolve("archive")).close();
    Path archive = data.resolve("archive");
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeThat(Files.isWritable(archive)).as("root may write anywhere").isFalse();
      assertThat(run()).isEqualTo(1);
      assertThat(out())
          .contains("!!  data folder  " + archive + " cannot be written by this user")
          .contains("--  archive      not checked")
          .contains("--  index        not checked")
          .doesNotContain("faults", "repairs damage");
    } finally {
      Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void a_program_is_asked_and_one_that_hangs_is_killed() throws InterruptedException {
    Duration limit = Duration.ofSeconds(1);
    assertThat(DoctorCommand.runForOutput(Duration.ofSeconds(10), "sh", "-c", "echo chi_sim"))
        .hasValueSatisfying(printed -> assertThat(printed).contains("chi_sim"));
    assertThat(DoctorCommand.runForOutput(limit, "sh", "-c", "exit 3")).isEmpty();
    assertThat(DoctorCommand.runForOutput(limit, "no-such-program-here")).isEmpty();
    Instant start = Instant.now();
    assertThat(DoctorCommand.runForOutput(limit, "sh", "-c", "sleep 40; echo late")).isEmpty();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    Instant deadline = Instant.now().plusSeconds(5);
    while (isSleeping() && Instant.now().isBefore(deadline)) {
      Thread.sleep(20); // a killed process is there until the system has removed it
    }
    assertThat(isSleeping()).isFalse();
  }

  private static boolean isSleeping() {
    return ProcessHandle.current()
        .descendants()
        .anyMatch(p -> p.info().commandLine().orElse("").endsWith("sleep 40"));
  }
}
