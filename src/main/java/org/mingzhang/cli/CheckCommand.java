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
import org.mingzhang.indexing.DirectReader;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.SourceFiles;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints where the numbers of documents do not agree. */
@Command(
    name = "check",
    description = "Read files and print where a document's own numbers or words do not agree.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing disagrees",
      "1:something disagrees",
      "2:a file cannot be read; one line says why"
    })
final class CheckCommand implements Callable<Integer> {
  private static final List<String> HEAD =
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

  @Option(names = "--json", description = "One JSON object a finding and line.")
  private boolean json;

  @Option(
      names = "--csv",
      description = "One line of comma-separated values a finding, with a head.")
  private boolean csv;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders.")
  private List<Path> paths = List.of();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (csv) {
      terminal.out().println(String.join(",", HEAD));
    }
    boolean refused = false;
    List<DocumentReader.Read> all = new ArrayList<>();
    SourceFiles.Listing listing = SourceFiles.look(paths);
    ProgressPrinter.passedOver(terminal, listing.passedOver());
    try (DirectReader reader = new DirectReader(ExtractionLimits.standard())) {
      for (Path file : listing.files()) {
        for (DocumentReader.Result result : reader.read(file)) {
          switch (result) {
            case DocumentReader.Refused no -> {
              terminal.err().println(no.file() + ": " + no.message());
              refused = true;
            }
            case DocumentReader.Read read -> {
              printAll(read.file(), read.disclosure().findings());
              all.add(read);
            }
          }
        }
      }
    }
    boolean within = all.stream().anyMatch(read -> !read.disclosure().findings().isEmpty());
    boolean disagrees = across(all) || within;
    return refused ? 2 : disagrees ? 1 : 0;
  }

  private void printAll(String file, List<Finding> findings) throws IOException {
    for (Finding finding : findings) {
      print(file, finding);
    }
  }

  /** Holds each document against the others of its agency. */
  private boolean across(List<DocumentReader.Read> all) throws IOException {
    List<Disclosure> disclosures = all.stream().map(DocumentReader.Read::disclosure).toList();
    boolean disagrees = false;
    for (DocumentReader.Read read : all) {
      for (RelatedDocumentAudit.Across across :
          RelatedDocumentAudit.compare(read.disclosure(), disclosures)) {
        print(read.file(), across.finding());
        disagrees = true;
      }
    }
    return disagrees;
  }

  private void print(String file, Finding finding) throws IOException {
    if (json) {
      printJson(values(file, finding));
    } else if (csv) {
      terminal
          .out()
          .println(
              String.join(",", values(file, finding).stream().map(CheckCommand::quoted).toList()));
    } else {
      printWords(file, finding);
    }
  }

  private void printWords(String file, Finding finding) {
    terminal
        .out()
        .printf(
            "%s 第 %d 页  [%s·%s]  %s%n",
            file,
            finding.page(),
            finding.severity().label(),
            finding.kind().label(),
            finding.message());
    terminal.out().println("    原文：" + finding.quote().replace('\n', ' '));
    if (finding.formula() != null) {
      terminal.out().println("    算式：" + finding.formula());
    }
    Finding.Place other = finding.other();
    if (other != null) {
      String words = other.quote().replace('\n', ' ');
      terminal.out().println("    另一处：第 " + other.page() + " 页  " + words);
    }
  }

  private static List<String> values(String file, Finding finding) {
    Finding.Place other = finding.other();
    return List.of(
        file,
        finding.rule(),
        finding.kind().id(),
        finding.severity().english(),
        finding.section(),
        String.valueOf(finding.page()),
        finding.quote(),
        Objects.requireNonNullElse(finding.stated(), ""),
        Objects.requireNonNullElse(finding.computed(), ""),
        Objects.requireNonNullElse(finding.formula(), ""),
        finding.message(),
        Objects.requireNonNullElse(finding.tolerance(), ""),
        other == null ? "" : other.section(),
        other == null ? "" : String.valueOf(other.page()),
        other == null ? "" : other.quote());
  }

  /** A field of RFC 4180; a field a spreadsheet would compute is made text. */
  private static String quoted(String field) {
    String safe = field.matches("(?s)[=+@-].*") ? "'" + field : field;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private void printJson(List<String> values) throws IOException {
    try (JsonGenerator out =
        new JsonFactory()
            .createGenerator(terminal.out())
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      out.writeStartObject();
      for (int i = 0; i < HEAD.size(); i++) {
        out.writeStringField(HEAD.get(i), values.get(i));
      }
      out.writeEndObject();
    }
    terminal.out().println();
  }
}
