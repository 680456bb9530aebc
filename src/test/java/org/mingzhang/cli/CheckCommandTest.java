package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests the output of {@code check} (both places and the computation) and its exit codes. */
class CheckCommandTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int check(String... options) throws IOException {
    Path file = folder.resolve("a\u001b[2J\u009b2J.txt");
    Files.writeString(
        file,
        """
        样本市东岸区林业局2024年度部门决算
        第三部分 2024年度部门决算情况说明
        十、政府采购支出说明
        授予中小企业合同金额4.00万元，其中：授予小微企业合同金额6.00万元。
        """);
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    String[] all = new String[options.length + 1];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = file.toString();
    return new CommandLine(new CheckCommand(new Terminal(out, out, false))).execute(all);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void both_places_and_the_computation_are_printed() throws IOException {
    assertThat(check()).isEqualTo(1);
    assertThat(text()).contains("原文：", "6.00万元 > 4.00万元", "另一处：第 1 页");
  }

  @Test
  void the_name_of_a_file_does_not_control_the_terminal() throws IOException {
    for (String[] options : new String[][] {{}, {"--csv"}}) {
      printed.reset();
      assertThat(check(options)).isEqualTo(1);
      assertThat(text()).contains("a?[2J?2J.txt").doesNotContain("\u001b", "\u009b");
    }
  }

  @Test
  void a_row_and_an_object_hold_the_other_place() throws IOException {
    assertThat(check("--csv")).isEqualTo(1);
    assertThat(text())
        .contains(
            "tolerance,otherSection,otherPage,otherQuote", "part-above-whole", "6.00万元 > 4.00万元");
    printed.reset();
    assertThat(check("--json")).isEqualTo(1);
    assertThat(text()).contains("\"otherQuote\":\"授予中小企业合同金额4.00万元\"");
  }
}
