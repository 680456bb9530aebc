package org.mingzhang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mingzhang.evaluation.HeadlineScore;
import org.mingzhang.evaluation.RecordEvaluation;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.InProcessDocumentReader;
import org.mingzhang.record.DisclosureWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files and prints how well the results agree with gold records. */
@Command(
    name = "evaluate",
    description =
        "Read files, compare the results with records made by hand, and print the accuracy for each"
            + " file.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:measured", "2:the list or a record cannot be read"})
final class EvaluateCommand implements Callable<Integer> {
  private static final int VALUE_COLUMN = 5;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "INDEX",
      description =
          "A list with one line for each file: its path and that of its gold record, separated by a"
              + " tab and relative to the list. Lines that begin with # are comments.")
  private Path list = Path.of("");

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Option(
      names = "--facts",
      paramLabel = "TABLE",
      description =
          "A table of headline facts with the columns file, account, stage, year, fund and value in"
              + " yuan, separated by tabs (default: headline.tsv beside the list, if it exists).")
  private @Nullable Path facts;

  @Override
  public Integer call() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Path folder = list.toAbsolutePath().resolveSibling(".").normalize();
    terminal.out().println(RecordEvaluation.header());
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard())) {
      for (String line : Files.readAllLines(list)) {
        List<String> columns = List.of(line.split("\t"));
        if (line.isBlank() || line.startsWith("#") || columns.size() < 2) {
          continue;
        }
        JsonNode gold = mapper.readTree(folder.resolve(columns.get(1)).toFile());
        Path file = folder.resolve(columns.get(0));
        Optional<byte[]> record = readAsRecord(reader, file);
        terminal
            .out()
            .println(
                record.isEmpty()
                    ? file.getFileName() + " was refused"
                    : RecordEvaluation.evaluate(mapper.readTree(record.get()), gold)
                        .formatLine(String.valueOf(file.getFileName())));
      }
      printHeadlines(reader, mapper, facts == null ? folder.resolve("headline.tsv") : facts);
    }
    return 0;
  }

  /** Prints the scores of headline facts of each file and of all files together. */
  private void printHeadlines(InProcessDocumentReader reader, ObjectMapper mapper, Path table)
      throws IOException {
    if (facts == null && !Files.exists(table)) {
      return;
    }
    Map<String, List<HeadlineScore.HeadlineRow>> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(table)) {
      List<String> cells = List.of(line.split("\t", -1));
      if (!line.startsWith("#") && !line.startsWith("file\t") && cells.size() > VALUE_COLUMN) {
        rows.computeIfAbsent(cells.get(0), f -> new ArrayList<>())
            .add(new HeadlineScore.HeadlineRow(cells.subList(1, VALUE_COLUMN + 1)));
      }
    }
    HeadlineScore sum = HeadlineScore.NONE;
    for (Map.Entry<String, List<HeadlineScore.HeadlineRow>> file : rows.entrySet()) {
      Path path = table.toAbsolutePath().resolveSibling(file.getKey()).normalize();
      byte[] record = readAsRecord(reader, path).orElse("{}".getBytes(StandardCharsets.UTF_8));
      HeadlineScore score = HeadlineScore.evaluate(mapper.readTree(record), file.getValue());
      terminal.out().println(score.formatLine(String.valueOf(path.getFileName())));
      sum = sum.plus(score);
    }
    terminal.out().println(sum.formatLine("all"));
  }

  private static Optional<byte[]> readAsRecord(DocumentReader reader, Path file)
      throws IOException {
    for (DocumentReader.Result result : reader.read(file)) {
      if (result instanceof DocumentReader.SuccessfulReading read) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DisclosureWriter().write(read.disclosure(), out);
        return Optional.of(out.toByteArray());
      }
    }
    return Optional.empty();
  }
}
