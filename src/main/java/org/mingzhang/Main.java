package org.mingzhang;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.mingzhang.cli.InspectCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry point. */
@Command(
    name = "mingzhang",
    description =
        "Full-text search portal for Chinese budget, final-accounts and performance disclosures.",
    mixinStandardHelpOptions = true)
public final class Main {
  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int status =
        new CommandLine(new Main()).addSubcommand(new InspectCommand(out, err)).execute(args);
    out.flush();
    System.exit(status);
  }
}
