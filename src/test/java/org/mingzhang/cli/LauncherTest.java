package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the launcher with a JDK whose {@code java} prints its arguments. */
@org.jspecify.annotations.NullUnmarked
class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/sh
      for argument; do
        case "$argument" in -XX:AOTCacheOutput=*) : >"${argument#*=}" ;; esac
        echo "$argument"
      done
      """;

  @TempDir private Path folder;

  @Test
  void a_cache_is_used_where_it_was_made_and_not_in_a_folder_that_was_moved() throws Exception {
    Path home = Files.createDirectories(folder.resolve("built/target")).getParent();
    Files.copy(Path.of("mingzhang"), home.resolve("mingzhang"));
    Files.createFile(home.resolve("target/mingzhang.jar"));
    run(home, "cache");
    assertThat(run(home, "--version")).anyMatch(a -> a.startsWith("-XX:AOTCache="));
    Path moved = Files.move(home, folder.resolve("moved"));
    assertThat(run(moved, "--version"))
        .contains("org.mingzhang.Main")
        .noneMatch(a -> a.startsWith("-XX:AOTCache="));
  }

  @Test
  void it_starts_without_a_home_folder_of_the_user() throws Exception {
    Path home = Files.createDirectories(folder.resolve("built/target")).getParent();
    Files.copy(Path.of("mingzhang"), home.resolve("mingzhang"));
    Files.createFile(home.resolve("target/mingzhang.jar"));
    assertThat(run(home, "--version")).contains("org.mingzhang.Main");
  }

  private List<String> run(Path home, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", home.resolve("mingzhang").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("JAVA_HOME", jdk().toString());
    builder.environment().remove("MINGZHANG_AOT");
    builder.environment().remove("HOME");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed.lines().toList();
  }

  /** A JDK newer than any, so that the launcher chooses it. */
  private Path jdk() throws IOException {
    Path jdk = folder.resolve("jdk");
    if (Files.exists(jdk)) {
      return jdk;
    }
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"99\"\n");
    for (String program : List.of("java", "javac")) {
      Path file = Files.writeString(jdk.resolve("bin").resolve(program), JAVA);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return jdk;
  }
}
