package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.search.ShardUnreachableException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The root command, which has all other commands as subcommands. */
@Command(
    name = "mingzhang",
    description = "Search portal for Chinese budget, final-accounts and performance disclosures.",
    mixinStandardHelpOptions = true,
    version = "mingzhang 0.1.0")
public final class RootCommand implements Runnable {
  private static final int UNUSABLE_EXIT_CODE = 2;
  private static final String SERVE = "serve";

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  private RootCommand() {}

  /**
   * Executes a command and returns its exit code.
   *
   * @param environment environment variables
   */
  public static int execute(
      Terminal terminal, Map<String, String> environment, List<String> arguments) {
    try {
      return createCommandLine(terminal, environment, arguments)
          .execute(arguments.toArray(String[]::new));
    } catch (IOException | BadOptionException e) {
      return reportError(e, terminal);
    }
  }

  /**
   * Creates the command line. Since reflection on commands takes time, only the requested command
   * is created if there is one of that name; otherwise all are, for the help. For {@code serve},
   * tables are loaded in the background meanwhile.
   *
   * @param environment environment variables
   * @param arguments the arguments that will be executed
   * @throws IOException if the configuration file cannot be read
   * @throws BadOptionException if the configuration file is malformed
   */
  static CommandLine createCommandLine(
      Terminal terminal, Map<String, String> environment, List<String> arguments)
      throws IOException {
    String requested = arguments.isEmpty() ? "" : arguments.getFirst();
    if (requested.equals(SERVE)) {
      SearchWarmup.preloadInBackground();
    }
    String named = environment.get("MINGZHANG_HOME");
    Map<String, Supplier<Object>> commands =
        createCommands(terminal, named == null ? null : Path.of(named));
    CommandLine line = new CommandLine(new RootCommand());
    if (commands.containsKey(requested)) {
      commands.keySet().retainAll(List.of(requested));
    }
    commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    ConfigurationDefaults defaults = ConfigurationDefaults.load(environment);
    printUnknownNames(defaults, line, terminal);
    line.setDefaultValueProvider(defaults);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, command, parsed) -> reportError(e, terminal));
    return line;
  }

  /**
   * Prints a warning for each setting without an option. The options of other commands than the
   * requested one are looked up only if there is a setting that it does not have.
   */
  private static void printUnknownNames(
      ConfigurationDefaults defaults, CommandLine requested, Terminal terminal) {
    List<String> unknown = defaults.findUnknownNames(optionNames(requested));
    if (!unknown.isEmpty()) {
      CommandLine all = new CommandLine(new RootCommand());
      createCommands(terminal, null).forEach((name, c) -> all.addSubcommand(name, c.get()));
      unknown = defaults.findUnknownNames(optionNames(all));
    }
    unknown.forEach(line -> terminal.err().println("mingzhang: warning: " + line));
  }

  private static Set<String> optionNames(CommandLine line) {
    return line.getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .map(ConfigurationDefaults::key)
        .collect(Collectors.toSet());
  }

  /** Suppliers of the commands by name, in the order of the help. */
  private static Map<String, Supplier<Object>> createCommands(
      Terminal terminal, @Nullable Path home) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put(SERVE, () -> new ServeCommand(terminal, home));
    commands.put("index", () -> new IndexCommand(terminal));
    commands.put("collect", () -> new CollectCommand(terminal));
    commands.put(InspectCommand.COMMAND_NAME, () -> new InspectCommand(terminal));
    commands.put("check", () -> new CheckCommand(terminal));
    commands.put("export", () -> new ExportCommand(terminal));
    commands.put("search", () -> new SearchCommand(terminal));
    commands.put("mcp", () -> new McpCommand(terminal, System.in));
    commands.put("status", () -> new StatusCommand(terminal));
    commands.put("doctor", () -> new DoctorCommand(terminal));
    commands.put("backup", () -> new BackupCommand(terminal));
    commands.put("restore", () -> new RestoreCommand(terminal));
    commands.put("rebuild", () -> new RebuildCommand(terminal));
    commands.put("compact", () -> new CompactCommand(terminal));
    commands.put("cluster", () -> new ClusterCommand(terminal, home));
    commands.put("watch", () -> new WatchCommand(terminal));
    commands.put("work", () -> new WorkCommand(terminal));
    commands.put("token", () -> new TokenCommand(terminal));
    commands.put("evaluate", () -> new EvaluateCommand(terminal));
    commands.put("train", () -> new AotTrainingCommand(home));
    return commands;
  }

  /**
   * Prints one line for errors that the user can correct, and a stack trace for others; returns the
   * exit code 2.
   */
  static int reportError(Exception e, Terminal terminal) {
    switch (e) {
      case NoSuchFileException missing ->
          terminal.printError("mingzhang: " + missing.getFile() + ": no such file or folder");
      case ArchiveException archive -> terminal.printError("mingzhang: " + archive.getMessage());
      case ShardUnreachableException cluster ->
          terminal.printError("mingzhang: " + cluster.getMessage());
      case BadOptionException option -> terminal.printError("mingzhang: " + option.getMessage());
      case FileSystemException file ->
          terminal.printError("mingzhang: " + file.getFile() + ": " + reason(file));
      case IOException io -> terminal.printError("mingzhang: " + io.getMessage());
      default -> e.printStackTrace(terminal.err());
    }
    return UNUSABLE_EXIT_CODE;
  }

  /** Why a file cannot be used; exceptions of most kinds name the file alone in their message. */
  private static String reason(FileSystemException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException exists -> "exists and is not a folder";
      case NotDirectoryException file -> "is not a folder";
      default -> e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    };
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
