package org.mingzhang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the installation and the integrity of the data. */
@Command(
    name = "doctor",
    description =
        "Check the installation (JDK, OCR, browser) and the integrity of archive and index: every"
            + " original, record, row and segment of the index is compared with its checksum.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything required is installed and undamaged",
      "1:something required is missing, or damaged and not repaired",
      "2:the data folder cannot be repaired: it is in use or cannot be written"
    })
final class DoctorCommand implements Callable<Integer> {
  private static final int REQUIRED_JDK = 21;
  private static final Duration PROGRAM_TIME_LIMIT = Duration.ofSeconds(10);

  private final Terminal terminal;
  private boolean allChecksPassed = true;

  @Mixin private DataFolder data = new DataFolder();

  @Option(
      names = "--repair",
      description =
          "Repair before checking: ledger, journal, records, originals whose source still exists,"
              + " and index. The portal must be stopped.")
  private boolean repairsFaults;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    allChecksPassed = true;
    int feature = Runtime.version().feature();
    printRequired(
        "JDK",
        feature >= REQUIRED_JDK,
        Runtime.version() + ", at least " + REQUIRED_JDK + " is required");
    Optional<String> languages = runForOutput("tesseract", "--list-langs");
    printOptional(
        "OCR",
        languages.filter(l -> l.contains("chi_sim")).isPresent(),
        languages.isPresent() ? "tesseract with chi_sim" : "tesseract",
        "scans cannot be read; install tesseract-ocr and tesseract-ocr-chi-sim");
    printOptional(
        "browser",
        runForOutput("chromium", "--version")
            .or(() -> runForOutput("chromium-browser", "--version"))
            .isPresent(),
        "chromium",
        "needed by the tests only; install chromium");
    checkFolder();
    if (repairsFaults && data.archiveLocation().exists()) {
      try (IndexedArchive instance = IndexedArchive.openUnreconciled(data, 1)) {
        DataRepair.run(instance)
            .forEach(outcome -> printRequired("repair", outcome.repaired(), outcome.line()));
      }
    }
    checkData();
    return allChecksPassed ? 0 : 1;
  }

  private void checkFolder() {
    Path path = data.path().toAbsolutePath();
    Path existing = path;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    boolean writable = existing != null && Files.isWritable(existing);
    Optional<Path> refused = writable ? DataCheck.findUnwritablePart(data) : Optional.of(path);
    printRequired(
        "data folder",
        refused.isEmpty(),
        refused
            .map(part -> part + " cannot be written by this user; run as that of the portal")
            .orElse(path + " can be written"));
  }

  private void checkData() throws IOException {
    DataCheck check = DataCheck.run(data);
    check
        .parts()
        .forEach(
            componentCheck -> {
              if (componentCheck.isUnchecked()) {
                print(componentCheck.name(), "--", componentCheck.summary());
              } else {
                printRequired(
                    componentCheck.name(),
                    componentCheck.faults().isEmpty(),
                    componentCheck.summary());
              }
              componentCheck.faults().forEach(fault -> terminal.print("    " + fault));
            });
    if (!check.isIntact()) {
      terminal.out().println("    `doctor --repair` repairs damage; stop the portal first");
    }
  }

  private void printRequired(String subject, boolean isFound, String detail) {
    allChecksPassed &= isFound;
    print(subject, isFound ? "ok" : "!!", detail);
  }

  private void printOptional(
      String subject, boolean isFound, String detail, String detailIfMissing) {
    print(
        subject,
        isFound ? "ok" : "--",
        isFound ? detail : detail + " is missing: " + detailIfMissing);
  }

  private void print(String subject, String mark, String detail) {
    terminal.print(String.format("%-2s  %-12s %s", mark, subject, detail));
  }

  private static Optional<String> runForOutput(String... command) {
    return runForOutput(PROGRAM_TIME_LIMIT, command);
  }

  /**
   * Runs a program and returns what it prints; empty if it cannot be started, exits with a status
   * other than 0, or does not end in time. Processes that are left over are killed.
   */
  static Optional<String> runForOutput(Duration timeLimit, String... command) {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException notThere) {
      return Optional.empty();
    }
    FutureTask<Optional<String>> output =
        new FutureTask<>(
            () -> {
              process.getOutputStream().close();
              byte[] printed = process.getInputStream().readAllBytes();
              return process.waitFor() == 0
                  ? Optional.of(new String(printed, StandardCharsets.UTF_8))
                  : Optional.empty();
            });
    Thread.ofVirtual().start(output);
    try {
      return output.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
