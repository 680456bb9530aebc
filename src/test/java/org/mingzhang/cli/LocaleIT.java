package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher under locales that have no UTF-8: files with Chinese names are read and served. */
class LocaleIT {
  @TempDir Path folder;

  /**
   * A home with the launcher, an empty jar and a JDK that takes the test's classes for that jar.
   */
  private Path home() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.copy(Path.of("mingzhang"), home.resolve("mingzhang"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(home.resolve("target"));
    Files.writeString(home.resolve("target/mingzhang.jar"), "");
    Path bin = Files.createDirectories(home.resolve("jdk/bin"));
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"999\"\n");
    script(bin.resolve("javac"), "exit 1");
    script(
        bin.resolve("java"),
        "arguments=()\n"
            + "for a in \"$@\"; do [[ $a == */mingzhang.jar ]] && a=$TEST_PATH;"
            + " arguments+=(\"$a\"); done\n"
            + "exec \"$TEST_JAVA\" \"${arguments[@]}\"");
    return home;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/usr/bin/env bash\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void serves(String locale, Map<String, String> more) throws Exception {
    String name = "2024年度部门决算（林业局）.txt";
    Path files = Files.createDirectories(folder.resolve("文件"));
    Files.writeString(files.resolve(name), "样本市林业局2024年度部门决算\n第一部分 概况\n一、主要职责\n组织植树造林和森林防火。\n");
    Path home = home();
    Map<String, String> environment = new HashMap<>(more);
    environment.put("LC_ALL", locale);
    environment.put("LANG", locale);
    environment.put("JAVA_HOME", home.resolve("jdk").toString());
    environment.put("TEST_JAVA", ProcessHandle.current().info().command().orElseThrow());
    environment.put("TEST_PATH", System.getProperty("java.class.path"));
    Path data = folder.resolve("数据");
    Served.administered(data);
    List<String> command =
        List.of(
            home.resolve("mingzhang").toString(),
            "serve",
            "--port",
            "0",
            "--threads",
            "1",
            "--data",
            data.toString(),
            files.toString());
    try (Served served = Served.start(command, folder.resolve("said.txt"), environment)) {
      served.until("it is found", () -> served.found("\"植树造林\"").size() == 1);
      JsonNode hit = served.found("\"植树造林\"").get(0);
      String id = hit.path("id").asText().replaceAll("/.*", "");
      String disposition =
          served
              .get("/d/" + id + "/original")
              .headers()
              .firstValue("Content-Disposition")
              .orElse("");
      assertThat(URLDecoder.decode(disposition, StandardCharsets.UTF_8)).contains("部门决算");
      String sent = "样本市水利局2024年度部门决算\n第一部分 概况\n一、主要职责\n组织兴修水利。\n";
      assertThat(served.send("部门决算.txt", sent).statusCode()).isEqualTo(202);
      served.until("what was sent is found", () -> served.found("\"兴修水利\"").size() == 1);
    }
    assertThat(Files.readString(folder.resolve("said.txt")))
        .contains("indexed " + name, "indexed 部门决算.txt");
  }

  @Test
  void under_C() throws Exception {
    serves("C", Map.of());
  }

  @Test
  void under_POSIX_where_only_the_kind_of_characters_is_set() throws Exception {
    serves("", Map.of("LC_CTYPE", "POSIX"));
  }

  @Test
  void under_a_GBK_locale() throws Exception {
    Path locales = Files.createDirectories(folder.resolve("locales"));
    Process made;
    try {
      made =
          new ProcessBuilder(
                  "localedef", "-i", "zh_CN", "-f", "GBK", locales.resolve("zh_CN.GBK").toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException missing) {
      assumeTrue(false, "there is no localedef to make zh_CN.GBK with");
      return;
    }
    assumeTrue(made.waitFor(60, TimeUnit.SECONDS), "zh_CN.GBK could not be made");
    assumeTrue(Files.isDirectory(locales.resolve("zh_CN.GBK")), "zh_CN.GBK could not be had here");
    serves("zh_CN.GBK", Map.of("LOCPATH", locales.toString()));
  }
}
