package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void a_line_has_no_control_characters_and_no_breaks() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(out, out, false);
    terminal.print("甲\t乙\n丙\u001b[31m");
    terminal.printError("丁\u007f\u009b0m");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo("甲 乙 丙?[31m" + System.lineSeparator() + "丁??0m" + System.lineSeparator());
  }
}
