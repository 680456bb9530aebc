package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mingzhang.archive.ArchiveException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** All commands of the terminal. */
@Command(
    name = "mingzhang",
    description = "Search portal for Chinese budget, final-accounts and performance disclosures.",
    mixinStandardHelpOptions = true,
    version = "mingzhang 0.1.0")
public final class Commands implements Runnable {
  private static final int UNUSABLE = 2;

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  private Commands() {}

  /**
   * The command line, ready to be executed.
   *
   * @param in standard input, for the worker
   * @throws IOException if the configuration file cannot be read
   */
  public static CommandLine line(Terminal terminal, InputStream in, Map<String, String> environment)
      throws IOException {
    String named = environment.get("MINGZHANG_HOME");
    Path home = named == null ? null : Path.of(named);
    CommandLine line = new CommandLine(new Commands());
    List<Object> commands =
        List.of(
            new ServeCommand(terminal, home),
            new IndexCommand(terminal),
            new InspectCommand(terminal),
            new CheckCommand(terminal),
            new ExportCommand(terminal),
            new SearchCommand(terminal),
            new StatusCommand(terminal),
            new DoctorCommand(terminal),
            new BackupCommand(terminal),
            new RestoreCommand(terminal),
            new RebuildCommand(terminal),
            new CompactCommand(terminal),
            new WatchCommand(terminal),
            new TokenCommand(terminal),
            new EvaluateCommand(terminal),
            new TrainCommand(home),
            new WorkerCommand(in, terminal.out()));
    commands.forEach(line::addSubcommand);
    line.setDefaultValueProvider(ConfigurationDefaults.load(environment));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, terminal));
    return line;
  }

  /** What a person can do something about is told in one line; anything else with its trace. */
  private static int failed(Exception e, Terminal terminal) {
    switch (e) {
      case NoSuchFileException missing ->
          terminal.err().println("mingzhang: " + missing.getFile() + ": no such file or folder");
      case ArchiveException archive -> terminal.err().println("mingzhang: " + archive.getMessage());
      case IOException io -> terminal.err().println("mingzhang: " + io.getMessage());
      default -> e.printStackTrace(terminal.err());
    }
    return UNUSABLE;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
