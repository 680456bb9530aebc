package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Which commands are made, and how they are called. */
class CommandsTest {
  private static CommandLine line(String... arguments) throws IOException {
    PrintStream nowhere =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return Commands.line(new Terminal(nowhere, nowhere, false), Map.of(), List.of(arguments));
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
}
