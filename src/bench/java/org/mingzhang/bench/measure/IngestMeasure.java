package org.mingzhang.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.bench.corpus.PrintedFiles;
import org.mingzhang.bench.corpus.SyntheticCorpus;
import org.mingzhang.bench.peer.Folders;
import org.mingzhang.bench.report.Report;
import org.mingzhang.bench.report.Row;
import org.mingzhang.bench.report.Timing;

/**
 * Measures reading of files: each file type by stage on one thread, compared with Tika's text
 * extraction alone, and complete runs of the program over many copies of the PDFs.
 */
public final class IngestMeasure {
  private static final String TABLE = "Ingest";
  private static final List<String> KINDS = List.of("pdf", "docx", "xlsx");
  private static final List<Integer> RUNS = List.of(36, 360);
  private static final int ROUNDS = 4;

  /** PDFs without tables, and rounds over them: all are one kind of work, soon warm. */
  private static final int PRINTED = 4;

  private static final int PRINTED_ROUNDS = 12;

  private final Path work;
  private final Report report;

  /** Measures with a folder for temporary files. */
  public IngestMeasure(Path work, Report report) {
    this.work = work;
    this.report = report;
  }

  /** All lines for the files of a folder. */
  public void run(Path folder) throws IOException, InterruptedException {
    for (String kind : KINDS) {
      List<Path> files = files(folder, kind);
      if (files.isEmpty()) {
        report.note("no ." + kind + " in " + folder.getFileName());
      } else {
        stages(kind, files, ROUNDS);
      }
    }
    printed();
    List<Path> documents = files(folder, "pdf");
    if (!documents.isEmpty()) {
      whole(documents);
    }
  }

  private static List<Path> files(Path folder, String kind) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith("." + kind))
          .sorted()
          .toList();
    }
  }

  /** PDFs without tables, which are made where there is a browser to print them. */
  private void printed() throws IOException, InterruptedException {
    Optional<Path> browser = PrintedFiles.browser();
    if (browser.isEmpty()) {
      report.note("PDFs without tables were left out: there is no Chromium to print them");
      return;
    }
    Path folder = work.resolve("printed");
    Folders.remove(folder);
    PrintedFiles files = new PrintedFiles(new SyntheticCorpus());
    stages("printed pdf", files.print(browser.get(), PRINTED, folder), PRINTED_ROUNDS);
    Folders.remove(folder);
  }

  private void stages(String kind, List<Path> files, int rounds) throws IOException {
    try (StagedReading reading = new StagedReading()) {
      for (int i = 0; i < rounds; i++) {
        if (i == rounds / 2) {
          reading.forget();
        }
        for (Path file : files) {
          Timing.once(() -> reading.read(file));
        }
      }
      report.add(new Row(TABLE, "one " + kind + " by stage", 0, reading.numbers(false)));
      if (reading.hasFilesWithoutTables()) {
        String work = "one " + kind + " without tables by stage";
        report.add(new Row(TABLE, work, 0, reading.numbers(true)));
      }
    }
  }

  /**
   * A short and a long run of the program from its start to its end. Copies differ in a comment
   * behind the end of the file, so that none counts as a duplicate, and a metadata file states
   * another agency for each round of copies: otherwise all copies of a document would be compared
   * with each other as editions of one disclosure, which no archive has to do.
   */
  private void whole(List<Path> documents) throws IOException, InterruptedException {
    if (!Files.exists(Path.of("target/mingzhang.jar"))) {
      report.note("whole runs over files were left out: target/mingzhang.jar is not built");
      return;
    }
    for (int number : RUNS) {
      Path folder = work.resolve("ingest");
      Folders.remove(folder);
      Path source = Files.createDirectories(folder.resolve("files"));
      StringBuilder stated = new StringBuilder("files:\n");
      for (int i = 0; i < number; i++) {
        Path copy = source.resolve(i + ".pdf");
        Files.copy(documents.get(i % documents.size()), copy);
        Files.writeString(
            copy, "\n%" + i + "\n", StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
        stated.append("  %d.pdf: {agency: 第%d局}%n".formatted(i, i / documents.size() + 1));
      }
      Files.writeString(source.resolve("_metadata.yaml"), stated);
      double seconds = index(folder.resolve("data"), source);
      Map<String, Double> numbers = new LinkedHashMap<>();
      numbers.put("files/s", number / seconds);
      numbers.put("files", (double) number);
      numbers.put("seconds", seconds);
      report.add(new Row(TABLE, "index " + number + " PDFs, start and end included", 0, numbers));
      Folders.remove(folder);
    }
  }

  private static double index(Path data, Path files) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    int status =
        new ProcessBuilder("./mingzhang", "index", "--data", data.toString(), files.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("the program ended with status " + status);
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
