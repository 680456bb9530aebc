package org.mingzhang;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mingzhang.cli.InspectCommand;
import org.mingzhang.cli.QuoteRendererProcess;
import org.mingzhang.cli.RootCommand;
import org.mingzhang.cli.Terminal;
import org.mingzhang.cli.WorkerMain;

/** The program's entry point. */
public final class Main {
  private Main() {}

  /** Strong reference to Lucene's logger: a logger loses its level when it is garbage collected. */
  private static final class LuceneLog {
    static final Logger LOGGER = Logger.getLogger("org.apache.lucene");
  }

  /**
   * Sets more carrier threads for virtual threads than there are processors, so that new requests
   * can be accepted or rejected while pages are rendered. Must be called before the first virtual
   * thread starts.
   */
  private static void configureCarrierThreads() {
    String name = "jdk.virtualThreadScheduler.parallelism";
    if (System.getProperty(name) == null) {
      int carriers = 2 * Runtime.getRuntime().availableProcessors() + 4;
      System.setProperty(name, String.valueOf(carriers));
    }
  }

  /** Runs a command and exits with its status. */
  public static void main(String[] args) throws IOException {
    configureCarrierThreads();
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    List<String> arguments = List.of(args);
    if (WorkerMain.isRequested(arguments)) {
      System.exit(WorkerMain.run(arguments, System.in, out));
    }
    if (QuoteRendererProcess.isRequested(arguments)) {
      System.exit(QuoteRendererProcess.run(System.in, out));
    }
    boolean interactive = "1".equals(System.getenv("MINGZHANG_TERMINAL"));
    Terminal terminal = new Terminal(out, err, interactive);
    if (InspectCommand.isInspectOfSingleFile(arguments)) {
      int status = InspectCommand.run(terminal, arguments.getLast());
      out.flush();
      if (status != 0) {
        System.exit(status);
      }
      // Return without System.exit, which would look for a logger in every jar. The program ends by
      // itself because all remaining threads are daemons.
      return;
    }
    LuceneLog.LOGGER.setLevel(Level.SEVERE);
    int status = RootCommand.execute(terminal, System.getenv(), arguments);
    out.flush();
    System.exit(status);
  }
}
