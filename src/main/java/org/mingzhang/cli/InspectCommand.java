package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.InProcessDocumentReader;
import org.mingzhang.record.DisclosureWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the record of one file. */
@Command(
    name = InspectCommand.COMMAND_NAME,
    description =
        "Read one file and print its record as JSON; of an archive, one record for each of its"
            + " files.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the record is on standard output",
      "2:the file cannot be read; a message gives the reason"
    })
public final class InspectCommand implements Callable<Integer> {
  static final String COMMAND_NAME = "inspect";

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Whether arguments are {@code inspect FILE} without options. Such a call needs no picocli, which
   * takes longer to load than reading a small file takes.
   */
  public static boolean isInspectOfSingleFile(List<String> arguments) {
    return arguments.size() == 2
        && arguments.getFirst().equals(COMMAND_NAME)
        && !arguments.getLast().startsWith("-")
        && !arguments.getLast().startsWith("@");
  }

  /**
   * Prints the record of a file.
   *
   * @return the exit code: 0, or 2 if the file cannot be read
   */
  public static int run(Terminal terminal, String file) {
    SearchWarmup.loadGazetteer();
    InspectCommand command = new InspectCommand(terminal);
    try {
      command.file = Path.of(file);
      return command.call();
    } catch (IOException | RuntimeException e) {
      return RootCommand.reportError(e, terminal);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (Files.isDirectory(file)) {
      throw new BadOptionException(file + " is a folder; inspect reads a single file");
    }
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    int status = 0;
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard())) {
      for (DocumentReader.Result result : reader.read(file)) {
        switch (result) {
          case DocumentReader.RefusedFile refusedFile -> {
            terminal.printError(refusedFile.file() + ": " + refusedFile.message());
            status = 2;
          }
          case DocumentReader.SuccessfulReading read -> {
            new DisclosureWriter().write(read.disclosure(), terminal.out());
            terminal.out().println();
          }
        }
      }
    }
    return status;
  }
}
