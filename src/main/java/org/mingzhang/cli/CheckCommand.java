package org.mingzhang.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.mingzhang.audit.RelatedDocumentAudit;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.InProcessDocumentReader;
import org.mingzhang.indexing.SourceFileLister;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the findings of the audit rules. */
@Command(
    name = "check",
    description = "Read files and print contradictions within and between the documents.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:no contradiction was found",
      "1:a contradiction was found",
      "2:a file cannot be read; a message gives the reason"
    })
final class CheckCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "file",
          "rule",
          "kind",
          "severity",
          "section",
          "page",
          "quote",
          "stated",
          "computed",
          "formula",
          "message",
          "tolerance",
          "otherSection",
          "otherPage",
          "otherQuote");

  private final Terminal terminal;

  @Option(names = "--json", description = "Print one line with a JSON object for each finding.")
  private boolean printsJson;

  @Option(
      names = "--csv",
      description = "Print one line of comma-separated values for each finding, after a header.")
  private boolean printsCsv;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders.")
  private List<Path> paths = List.of();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (printsCsv) {
      terminal.out().println(String.join(",", COLUMNS));
    }
    boolean refused = false;
    List<DocumentReader.SuccessfulReading> all = new ArrayList<>();
    SourceFileLister.Listing listing = SourceFileLister.scan(paths);
    ProgressPrinter.printSkipped(terminal, listing.skippedPaths());
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard())) {
      for (Path file : listing.files()) {
        for (DocumentReader.Result result : reader.read(file)) {
          switch (result) {
            case DocumentReader.RefusedFile no -> {
              terminal.printError(no.file() + ": " + no.message());
              refused = true;
            }
            case DocumentReader.SuccessfulReading read -> {
              printAll(read.file(), read.disclosure().findings());
              all.add(read);
            }
          }
        }
      }
    }
    boolean within = all.stream().anyMatch(read -> !read.disclosure().findings().isEmpty());
    boolean disagrees = printCrossDocumentFindings(all) || within;
    return refused ? 2 : disagrees ? 1 : 0;
  }

  private void printAll(String file, List<Finding> findings) throws IOException {
    for (Finding finding : findings) {
      print(file, finding);
    }
  }

  /**
   * Compares each document with the others of its agency and prints the findings; returns whether
   * there are any.
   */
  private boolean printCrossDocumentFindings(List<DocumentReader.SuccessfulReading> all)
      throws IOException {
    List<Disclosure> disclosures =
        all.stream().map(DocumentReader.SuccessfulReading::disclosure).toList();
    boolean disagrees = false;
    for (DocumentReader.SuccessfulReading read : all) {
      for (RelatedDocumentAudit.RelatedFinding relatedFinding :
          RelatedDocumentAudit.compare(read.disclosure(), disclosures)) {
        print(read.file(), relatedFinding.finding());
        disagrees = true;
      }
    }
    return disagrees;
  }

  private void print(String file, Finding finding) throws IOException {
    if (printsJson) {
      printJson(rowValues(file, finding));
    } else if (printsCsv) {
      terminal
          .out()
          .println(
              String.join(
                  ",", rowValues(file, finding).stream().map(CheckCommand::quoteField).toList()));
    } else {
      printAsText(file, finding);
    }
  }

  private void printAsText(String file, Finding finding) {
    terminal.print(
        String.format(
            "%s 第 %d 页  [%s·%s]  %s",
            file,
            finding.page(),
            finding.severity().label(),
            finding.kind().label(),
            finding.message()));
    terminal.print("    原文：" + finding.quote().replace('\n', ' '));
    if (finding.formula() != null) {
      terminal.print("    算式：" + finding.formula());
    }
    Finding.QuoteLocation other = finding.other();
    if (other != null) {
      String words = other.quote().replace('\n', ' ');
      terminal.print("    另一处：第 " + other.page() + " 页  " + words);
    }
  }

  private static List<String> rowValues(String file, Finding finding) {
    Finding.QuoteLocation other = finding.other();
    return List.of(
        file,
        finding.rule(),
        finding.kind().id(),
        finding.severity().english(),
        finding.sectionPath(),
        String.valueOf(finding.page()),
        finding.quote(),
        Objects.requireNonNullElse(finding.stated(), ""),
        Objects.requireNonNullElse(finding.computed(), ""),
        Objects.requireNonNullElse(finding.formula(), ""),
        finding.message(),
        Objects.requireNonNullElse(finding.tolerance(), ""),
        other == null ? "" : other.sectionPath(),
        other == null ? "" : String.valueOf(other.page()),
        other == null ? "" : other.quote());
  }

  /**
   * Quotes a field (RFC 4180). A field that begins like a formula gets an apostrophe before it, so
   * that spreadsheets do not evaluate it; control characters other than tabs and line breaks become
   * question marks.
   */
  private static String quoteField(String field) {
    String plain = field.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]", "?");
    String safe = plain.matches("(?s)[=+@-].*") ? "'" + plain : plain;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private void printJson(List<String> values) throws IOException {
    try (JsonGenerator out =
        new JsonFactory()
            .createGenerator(terminal.out())
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      out.writeStartObject();
      for (int i = 0; i < COLUMNS.size(); i++) {
        out.writeStringField(COLUMNS.get(i), values.get(i));
      }
      out.writeEndObject();
    }
    terminal.out().println();
  }
}
