package org.mingzhang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what is installed and whether the data is well. */
@Command(
    name = "doctor",
    description =
        "Tell what is installed (JDK, OCR, browser) and whether archive and index are well: every"
            + " original, record, row and part of the index is compared with its checksum.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all that is needed is there and whole",
      "1:something needed is missing, or damaged and not mended",
      "2:the data folder cannot be repaired: it is in use or cannot be written"
    })
final class DoctorCommand implements Callable<Integer> {
  private static final int LEAST_JDK = 21;

  private final Terminal terminal;
  private boolean well = true;

  @Mixin private DataFolder data = new DataFolder();

  @Option(
      names = "--repair",
      description =
          "Mend what can be mended before looking: ledger, journal, records, originals whose source"
              + " is still there, index. The portal must be stopped.")
  private boolean repair;

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
    if (repair && data.place().exists()) {
      try (IndexedArchive instance = IndexedArchive.openAsIs(data, 1)) {
        DataRepair.run(instance).forEach(done -> line("repair", "ok", done));
      }
    }
    look();
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

  private void look() throws IOException {
    DataCheck check = DataCheck.run(data);
    check
        .parts()
        .forEach(
            part -> {
              if (part.absent()) {
                line(part.name(), "--", part.summary());
              } else {
                needed(part.name(), part.faults().isEmpty(), part.summary());
              }
              part.faults().forEach(fault -> terminal.out().println("    " + fault));
            });
    if (!check.whole()) {
      terminal
          .out()
          .println("    `doctor --repair` mends what can be mended; stop the portal first");
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
