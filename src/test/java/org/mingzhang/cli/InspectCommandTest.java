package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a small text is read without loading what it does not need. */
class InspectCommandTest {
  @TempDir Path folder;

  @Test
  void only_a_file_without_options_needs_no_parser_of_options() {
    assertThat(InspectCommand.isInspectOfSingleFile(List.of("inspect", "样例.txt"))).isTrue();
    assertThat(InspectCommand.isInspectOfSingleFile(List.of("inspect", "--help"))).isFalse();
    assertThat(InspectCommand.isInspectOfSingleFile(List.of("inspect", "@arguments"))).isFalse();
    assertThat(InspectCommand.isInspectOfSingleFile(List.of("inspect"))).isFalse();
    assertThat(InspectCommand.isInspectOfSingleFile(List.of("check", "样例.txt"))).isFalse();
  }

  /** Starts the program in a new virtual machine and lists the classes it loads. */
  @Test
  void a_small_text_needs_neither_picocli_nor_tika_nor_logs() throws Exception {
    Path file = folder.resolve("a.txt");
    Files.writeString(file, "样例市林业局2024年度部门决算\n第一部分 概况\n一、主要职责\n组织植树造林和森林防火。\n");
    Path loaded = folder.resolve("loaded.txt");
    assertThat(run("-Xlog:class+load:file=" + loaded, file)).isZero();
    assertThat(folder.resolve("out.json")).content().contains("样例市林业局");
    List<String> classes = Files.readAllLines(loaded);
    assertThat(classes).anyMatch(line -> line.contains(" org.mingzhang.audit.Auditor "));
    assertThat(classes)
        .noneMatch(line -> line.contains(" picocli.CommandLine "))
        .noneMatch(line -> line.contains(" org.apache.tika.mime.MimeTypes "))
        .noneMatch(line -> line.contains(" ch.qos.logback."))
        .noneMatch(line -> line.contains(" org.apache.lucene."))
        .noneMatch(line -> line.contains(" java.lang.System$LoggerFinder "));
  }

  @Test
  void a_file_that_is_not_there_is_told_in_one_line() throws Exception {
    assertThat(run("-Xshare:auto", folder.resolve("none.txt"))).isEqualTo(2);
    assertThat(folder.resolve("err.txt")).content().contains("none.txt: no such file or folder");
  }

  private int run(String option, Path file) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            option,
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=" + StandardCharsets.UTF_8,
            "-cp",
            System.getProperty("java.class.path"),
            "org.mingzhang.Main",
            "inspect",
            file.toString());
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out.json").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start()
        .waitFor();
  }
}
