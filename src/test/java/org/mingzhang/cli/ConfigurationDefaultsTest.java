package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

class ConfigurationDefaultsTest {
  private static final class Probe implements Runnable {
    @Mixin private DataFolder data = new DataFolder();

    @Override
    public void run() {}
  }

  private static String data(Map<String, String> environment, Properties file, String... words) {
    Probe probe = new Probe();
    new CommandLine(probe)
        .setDefaultValueProvider(new ConfigurationDefaults(environment, file))
        .execute(words);
    return probe.data.path().toString();
  }

  private static Properties file(String value) {
    Properties file = new Properties();
    file.setProperty("data", value);
    return file;
  }

  @Test
  void the_command_line_comes_before_the_environment_before_the_file_before_the_default() {
    Map<String, String> environment = Map.of("MINGZHANG_DATA", "env");
    assertThat(data(environment, file("file"), "--data", "line")).isEqualTo("line");
    assertThat(data(environment, file("file"))).isEqualTo("env");
    assertThat(data(Map.of(), file("file"))).isEqualTo("file");
    assertThat(data(Map.of(), new Properties())).isEqualTo("index");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_name(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("config"), "\uFEFFdata=marked\n");
    Probe probe = new Probe();
    new CommandLine(probe)
        .setDefaultValueProvider(
            ConfigurationDefaults.load(Map.of("MINGZHANG_CONFIG", file.toString())))
        .execute();
    assertThat(probe.data.path()).hasToString("marked");
  }
}
