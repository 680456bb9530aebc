package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        "--seconds-per-file=0 | mingzhang: --seconds-per-file must be 1 to 3600, not 0",
        "--port=99999 | mingzhang: --port must be 0 to 65535, not 99999",
        "--port=-5 | mingzhang: --port must be 0 to 65535, not -5",
        "--host=nosuch.invalid | mingzhang: --host: there is no host nosuch.invalid",
        "--host=203.0.113.9 | mingzhang: --host: 203.0.113.9 is not an address of this machine:"
            + " Cannot assign requested address",
        "--public-url=portal.example.org | mingzhang: --public-url must be an address such as"
            + " https://example.org, not portal.example.org",
        "--public-url=portal.example:80 | mingzhang: --public-url must be an address such as"
            + " https://example.org, not portal.example:80"
      })
  void a_value_that_cannot_be_is_told_in_one_line(String option, String told, @TempDir Path folder)
      throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Path data = folder.resolve("data");
    List<String> words = new ArrayList<>(List.of("serve", option, "--data", data.toString()));
    if (!option.startsWith("--port")) {
      words.add("--port=0");
    }
    assertThat(RootCommand.execute(terminal(err), Map.of(), words)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(told);
    assertThat(data).doesNotExist();
  }

  private static Terminal terminal(ByteArrayOutputStream err) {
    return new Terminal(
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false);
  }

  @Test
  void a_port_that_is_taken_is_told_in_one_line_and_nothing_is_created(@TempDir Path folder)
      throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      String port = String.valueOf(taken.getLocalPort());
      Path data = folder.resolve("data");
      List<String> words = List.of("serve", "--port", port, "--data", data.toString());
      assertThat(RootCommand.execute(terminal(err), Map.of(), words)).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8).lines())
          .singleElement()
          .asString()
          .startsWith("mingzhang: --port: port " + port + " of 127.0.0.1 cannot be used");
      assertThat(data).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void a_number_of_hits_that_cannot_be_is_told_in_one_line(int size) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> words = List.of("search", "--size", String.valueOf(size), "x");
    assertThat(RootCommand.execute(terminal(err), Map.of(), words)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("mingzhang: --size must be 1 to 100, not " + size);
  }

  @Test
  void a_folder_cannot_be_inspected(@TempDir Path folder) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(InspectCommand.run(terminal(err), folder.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("mingzhang: " + folder + " is a folder; inspect reads a single file");
  }

  @Test
  void a_search_without_an_index_is_told_so_and_creates_nothing(@TempDir Path folder)
      throws IOException {
    Path data = folder.resolve("data");
    for (int i = 0; i < 2; i++) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      List<String> words = List.of("search", "x", "--data", data.toString());
      assertThat(RootCommand.execute(terminal(err), Map.of(), words)).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8).strip())
          .isEqualTo("mingzhang: there is no index in " + data.resolve("lucene"));
      assertThat(data.resolve("lucene").toFile().list()).isNullOrEmpty();
      Files.createDirectories(data.resolve("lucene"));
    }
  }

  @Test
  void a_configuration_file_that_cannot_be_read_is_told_in_one_line(@TempDir Path folder)
      throws IOException {
    Path missing = folder.resolve("missing");
    Path chinese =
        Files.write(folder.resolve("gbk"), "data=账".getBytes(Charset.forName("GB18030")));
    Path escape = Files.writeString(folder.resolve("escape"), "data=C:\\users");
    for (Path file : List.of(missing, chinese, escape)) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Map<String, String> environment = Map.of("MINGZHANG_CONFIG", file.toString());
      assertThat(RootCommand.execute(terminal(err), environment, List.of("status"))).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8).lines())
          .singleElement()
          .asString()
          .startsWith("mingzhang: " + file);
    }
  }

  @Test
  void settings_without_an_option_are_told(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("config"), "prot=7071\npublic-url=http://a.example\n");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> environment =
        Map.of(
            "MINGZHANG_CONFIG", file.toString(),
            "MINGZHANG_HEAP", "1g",
            "MINGZHANG_PORT", "0",
            "MINGZHANG_DTA", "x");
    int unused = RootCommand.execute(terminal(err), environment, List.of("--version"));
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "mingzhang: warning: the configuration file sets prot, but there is no such option",
            "mingzhang: warning: the environment sets MINGZHANG_DTA, but there is no such option");
    err.reset();
    unused = RootCommand.execute(terminal(err), environment, List.of("token", "--help"));
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
  }
}
