package org.mingzhang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.audit.Auditor;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.Disclosure;
import org.mingzhang.record.DisclosureWriter;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the record of one file. */
@Command(
    name = "inspect",
    description = "Read one file and print the disclosure as JSON, as the portal understands it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the record is on standard output", "2:the file cannot be read"})
public final class InspectCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  /** A command that prints to these streams. */
  public InspectCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    List<ExtractionResult> results = new Extractor(ExtractionLimits.standard()).extract(file);
    int status = 0;
    for (ExtractionResult result : results) {
      switch (result) {
        case ExtractionResult.Refused refused -> {
          err.println(refused.file() + ": " + refused.message());
          status = 2;
        }
        case ExtractionResult.Extracted extracted -> {
          Disclosure plain = new DisclosureReader().read(extracted.extraction(), Sidecar.none());
          Disclosure audited = plain.withFindings(new Auditor().audit(plain));
          new DisclosureWriter().write(audited, out);
          out.println();
        }
      }
    }
    return status;
  }
}
