package org.mingzhang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.indexing.IndexCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what is installed and whether the data is well. */
@Command(
    name = "doctor",
    description =
        "Tell what is installed (JDK, OCR, browser) and whether archive and index are well.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all that is needed is there", "1:something needed is missing or damaged"})
final class DoctorCommand implements Callable<Integer> {
  private static final int LEAST_JDK = 21;

  private final Terminal terminal;
  private boolean well = true;

  @Mixin private DataFolder data = new DataFolder();

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    well = true;
    int feature = Runtime.version().feature();
    needed(
        "JDK", feature >= LEAST_JDK, Runtime.version() + ", at least " + LEAST_JDK + " is needed");
    Optional<String> languages = output("tesseract", "--list-langs");
    wanted(
        "OCR",
        languages.filter(l -> l.contains("chi_sim")).isPresent(),
        languages.isPresent() ? "tesseract with chi_sim" : "tesseract",
        "scans cannot be read; install tesseract-ocr and tesseract-ocr-chi-sim");
    wanted(
        "browser",
        output("chromium", "--version")
            .or(() -> output("chromium-browser", "--version"))
            .isPresent(),
        "chromium",
        "only the tests need it; install chromium");
    folder();
    archive();
    index();
    return well ? 0 : 1;
  }

  private void folder() {
    Path path = data.path().toAbsolutePath();
    Path existing = path;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    boolean writable = existing != null && Files.isWritable(existing);
    needed("data folder", writable, path + (writable ? " can be written" : " cannot be written"));
  }

  private void archive() throws IOException {
    if (!Files.exists(data.archive().resolve("ledger.db"))) {
      line("archive", "--", "none yet; index something first");
      return;
    }
    try (Archive archive = Archive.openReadOnly(data.archive())) {
      List<String> faults = archive.check();
      needed(
          "archive",
          faults.isEmpty(),
          archive.documentIds().size() + " documents, " + faults.size() + " faults");
      faults.forEach(fault -> terminal.out().println("    " + fault));
    } catch (ArchiveException e) {
      needed("archive", false, String.valueOf(e.getMessage()));
    }
  }

  private void index() throws IOException {
    if (!Files.isDirectory(data.lucene())) {
      line("index", "--", "none yet");
      return;
    }
    IndexCheck.Result result = IndexCheck.run(data.lucene());
    if (result.inUse()) {
      line("index", "--", "in use by another process, not looked at");
      return;
    }
    needed(
        "index",
        result.faults().isEmpty(),
        result.segments() + " segments, " + result.faults().size() + " faults");
    result.faults().forEach(fault -> terminal.out().println("    " + fault));
    if (!result.faults().isEmpty()) {
      terminal.out().println("    `rebuild` makes the index again from the archive");
    }
  }

  private void needed(String what, boolean there, String detail) {
    well &= there;
    line(what, there ? "ok" : "!!", detail);
  }

  private void wanted(String what, boolean there, String detail, String otherwise) {
    line(what, there ? "ok" : "--", there ? detail : detail + " is missing: " + otherwise);
  }

  private void line(String what, String sign, String detail) {
    terminal.out().printf("%-2s  %-12s %s%n", sign, what, detail);
  }

  private static Optional<String> output(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
