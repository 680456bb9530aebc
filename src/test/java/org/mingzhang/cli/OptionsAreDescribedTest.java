package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Checks that the documentation of the configuration names all options. */
class OptionsAreDescribedTest {
  @Test
  void every_option_of_every_command_is_in_operations() throws IOException {
    String described = Files.readString(Path.of("docs/OPERATIONS.md"));
    PrintStream nowhere =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    CommandLine all =
        RootCommand.createCommandLine(new Terminal(nowhere, nowhere, false), Map.of(), List.of());
    for (CommandLine command : all.getSubcommands().values()) {
      if (command.getCommandSpec().usageMessage().hidden()) {
        continue;
      }
      for (OptionSpec option : command.getCommandSpec().options()) {
        String name = option.longestName();
        if (!name.equals("--help") && !name.equals("--version")) {
          assertThat(described).as(command.getCommandName()).contains("`" + name);
        }
      }
    }
  }
}
