package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of npm that tests use to read what the portal hands out. They are installed once. */
public final class NodePackages {
  private final Path folder;

  /**
   * Packages with their versions; the test is skipped by name where they cannot be installed.
   *
   * @param folder below which they are kept between runs
   */
  public NodePackages(Path folder, String... packages) throws IOException, InterruptedException {
    this.folder = folder;
    Files.createDirectories(folder);
    Path done = folder.resolve(String.join(" ", packages).replaceAll("[^\\w.-]", "_"));
    if (Files.exists(done)) {
      return;
    }
    List<String> install = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund"));
    install.addAll(List.of(packages));
    try {
      Process npm = run(install);
      npm.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
        abort("npm could not install " + List.of(packages));
      }
    } catch (IOException noNpm) {
      abort("there is no npm here");
    }
    Files.createFile(done);
  }

  private Process run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    return builder.redirectErrorStream(true).start();
  }

  /** What a script of the test resources prints, which must end well. */
  public String node(Class<?> beside, String script, String... arguments)
      throws IOException, InterruptedException {
    Path copy = folder.resolve(script);
    try (InputStream in = beside.getResourceAsStream(script)) {
      assertThat(in).as(script).isNotNull();
      Files.write(copy, in.readAllBytes());
    }
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    Process node = run(command);
    String printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(node.exitValue()).as(printed).isZero();
    return printed;
  }
}
