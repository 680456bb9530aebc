package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Tests which commands are created and how options are checked. */
class RootCommandTest {
  private static CommandLine line(String... arguments) throws IOException {
    PrintStream nowhere =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return RootCommand.createCommandLine(
        new Terminal(nowhere, nowhere, false), Map.of(), List.of(arguments));
  }

  @Test
  void a_command_is_called_as_it_calls_itself() throws IOException {
    Map<String, CommandLine> all = line().getSubcommands();
    assertThat(all).hasSizeGreaterThan(10);
    all.forEach((name, command) -> assertThat(command.getCommandName()).isEqualTo(name));
  }

  @Test
  void only_the_command_that_is_asked_for_is_made() throws IOException {
    assertThat(line("serve", "--port", "0").getSubcommands()).containsOnlyKeys("serve");
  }

  @Test
  void where_help_may_be_wanted_all_commands_are_made() throws IOException {
    int all = line().getSubcommands().size();
    assertThat(line("--help").getSubcommands()).hasSize(all);
    assertThat(line("sevre").getSubcommands()).hasSize(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--trusted-proxy=cafe | mingzhang: --trusted-proxy: trusted proxy 'cafe' is not an IP"
            + " address, network or range",
        "--seconds-per-file=0 | mingzhang: --seconds-per-file must be 1 to 3600, not 0"
      })
  void a_value_that_cannot_be_is_told_in_one_line(String option, String told, @TempDir Path folder)
      throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    String[] words = {"serve", option, "--port", "0", "--data", folder.resolve("data").toString()};
    int code = RootCommand.createCommandLine(terminal, Map.of(), List.of(words)).execute(words);
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(told);
  }
}
