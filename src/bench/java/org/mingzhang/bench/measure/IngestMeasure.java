package org.mingzhang.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mingzhang.archive.Archive;
import org.mingzhang.bench.peer.Folders;
import org.mingzhang.bench.report.Report;
import org.mingzhang.bench.report.Row;
import org.mingzhang.bench.report.Timing;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.worker.WorkerPool;

/**
 * Reading of files: each kind of file by stage on one thread beside what Tika takes for the text
 * alone, and whole runs over many copies of the PDFs in worker processes, as the product does it.
 */
public final class IngestMeasure {
  private static final String TABLE = "Ingest";
  private static final List<String> KINDS = List.of("pdf", "docx", "xlsx");
  private static final int COPIES_IN_ALL = 36;
  private static final int ROUNDS = 4;

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
        stages(kind, files);
      }
    }
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

  private void stages(String kind, List<Path> files) throws IOException {
    try (StagedReading reading = new StagedReading()) {
      for (int i = 0; i < ROUNDS; i++) {
        if (i == ROUNDS / 2) {
          reading.forget();
        }
        for (Path file : files) {
          Timing.once(() -> reading.read(file));
        }
      }
      report.add(new Row(TABLE, "one " + kind + " by stage", 0, reading.numbers()));
    }
  }

  /** Copies differ in a comment behind the end of the file, so that none counts as a duplicate. */
  private void whole(List<Path> documents) throws IOException, InterruptedException {
    Path folder = work.resolve("ingest");
    Folders.remove(folder);
    Path source = Files.createDirectories(folder.resolve("files"));
    List<Path> copies = new ArrayList<>();
    for (int i = 0; i < COPIES_IN_ALL; i++) {
      Path copy = source.resolve(i + ".pdf");
      Files.copy(documents.get(i % documents.size()), copy);
      Files.writeString(
          copy, "\n%" + i + "\n", StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
      copies.add(copy);
    }
    int threads = Runtime.getRuntime().availableProcessors();
    Map<String, Double> numbers = new LinkedHashMap<>();
    try (Archive archive = Archive.open(folder.resolve("archive"));
        IndexStore index = IndexStore.open(folder.resolve("lucene"));
        WorkerPool workers = new WorkerPool(worker(), threads, Duration.ofMinutes(5))) {
      Indexer indexer =
          new Indexer(
              archive,
              index,
              workers,
              Clock.systemUTC(),
              threads,
              new MemberSpool(folder.resolve("spool")));
      indexer.run(copies.subList(0, COPIES_IN_ALL / 3), IndexingListener.SILENT);
      IndexingProgress progress =
          indexer.run(copies.subList(COPIES_IN_ALL / 3, COPIES_IN_ALL), IndexingListener.SILENT);
      numbers.put("files/s", progress.rate());
      numbers.put("files", (double) progress.done());
      numbers.put("refused", (double) progress.refused());
    }
    report.add(new Row(TABLE, "whole run over PDFs, " + threads + " workers", 0, numbers));
    Folders.remove(folder);
  }

  /** A worker as the product starts it: from the jar and its cache where they are built. */
  private static List<String> worker() {
    Path jar = Path.of("target/mingzhang.jar").toAbsolutePath();
    Path cache = Path.of("target/mingzhang.aot").toAbsolutePath();
    List<String> line =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED"));
    if (Files.exists(jar) && Files.exists(cache)) {
      line.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr"));
    }
    line.addAll(
        List.of(
            "-cp",
            Files.exists(jar) ? jar.toString() : System.getProperty("java.class.path"),
            "org.mingzhang.Main",
            "worker"));
    return line;
  }
}
