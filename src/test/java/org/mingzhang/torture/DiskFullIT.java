package org.mingzhang.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that takes no more: a file system of two megabytes where one can be mounted, else a limit
 * on the size of files, at which writes fail in the same way.
 */
class DiskFullIT {
  @TempDir Path folder;

  private static List<String> java(String main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(arguments));
    return command;
  }

  private record Ended(int status, List<String> said, String complaint) {}

  private Ended run(String before, List<String> command) throws IOException, InterruptedException {
    Path complaints = folder.resolve("complaints");
    List<String> shell = new ArrayList<>(List.of("bash", "-c", before + "exec \"$@\"", "bash"));
    shell.addAll(command);
    Process process = new ProcessBuilder(shell).redirectError(complaints.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said.lines().toList(), Files.readString(complaints));
  }

  @Test
  void a_limit_on_what_can_be_written_is_told_and_loses_nothing() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
    Ended ended =
        run(
            "ulimit -f 2500; ",
            java(Victim.class.getName(), "INDEXING", folder.toString(), "0", "40"));
    assertThat(ended.status()).as(ended.complaint()).isNotZero();
    assertThat(ended.complaint()).containsAnyOf("could not be written", "File too large");
    assertThat(ended.said()).as("some were kept before").hasSizeGreaterThan(5);
    survivors(ended).check(folder.resolve("data"), "after a limit on files");
  }

  @Test
  void a_full_disk_is_told_and_loses_nothing() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString())
            .start();
    assumeTrue(mount.waitFor() == 0, "no file system can be mounted here");
    try {
      Ended ended = run("", java(Victim.class.getName(), "INDEXING", disk.toString(), "0", "40"));
      assertThat(ended.status()).as(ended.complaint()).isNotZero();
      assertThat(ended.complaint()).containsAnyOf("could not be written", "No space left");
      assertThat(ended.said()).as("some were kept before").hasSizeGreaterThan(5);
      Path roomy = folder.resolve("roomy");
      new ProcessBuilder("cp", "-r", disk.resolve("data").toString(), roomy.toString())
          .start()
          .waitFor();
      survivors(ended).check(roomy, "after a full disk");
    } finally {
      new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
    }
  }

  private static Survivors survivors(Ended ended) {
    Survivors survivors = new Survivors();
    survivors.note(ended.said());
    return survivors;
  }

  @Test
  void a_data_folder_that_cannot_be_written_is_told_in_one_line() throws Exception {
    Path locked = Files.createDirectories(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    Path data = Files.isWritable(locked) ? Files.writeString(folder.resolve("file"), "") : locked;
    Ended ended =
        run(
            "",
            java(
                "org.mingzhang.Main",
                "index",
                "--data",
                data.resolve("data").toString(),
                folder.toString()));
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.complaint().lines().filter(l -> l.startsWith("mingzhang: ")).toList())
        .singleElement()
        .asString()
        .contains("cannot be");
    assertThat(ended.complaint()).doesNotContain("\tat ");
  }
}
