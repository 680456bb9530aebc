package org.mingzhang.extract.ocr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The Tesseract executable on the search path. Each call is a process that ends with the call.
 * Thread-safe.
 */
public final class Tesseract {
  /** The model for Chinese text. */
  static final String CHINESE_MODEL = "chi_sim";

  /** The model with which numbers are read a second time; optional. */
  static final String LATIN_MODEL = "eng";

  private static final Duration MODEL_LIST_TIMEOUT = Duration.ofSeconds(20);

  private final String executable;
  private volatile @Nullable Set<String> models;

  /** Tesseract as found on the search path. */
  public Tesseract() {
    this("tesseract");
  }

  /** Tesseract by the name or path of its executable. */
  Tesseract(String executable) {
    this.executable = executable;
  }

  /**
   * Whether the executable can be started and has the Chinese model. Starts it the first time; the
   * answer is kept.
   */
  public boolean isInstalled() {
    return hasModel(CHINESE_MODEL);
  }

  /**
   * Whether a model is installed; false if the executable cannot be started. The list of models is
   * read once, also if that fails.
   */
  boolean hasModel(String model) {
    Set<String> known = models;
    if (known == null) {
      known = listModels();
      models = known;
    }
    return known.contains(model);
  }

  private Set<String> listModels() {
    try {
      Path folder = Files.createTempDirectory("ocr");
      try {
        Path list = folder.resolve("list");
        int exit = runProcess(List.of(executable, "--list-langs"), list, MODEL_LIST_TIMEOUT);
        return exit == 0
            ? Files.readString(list, StandardCharsets.UTF_8).lines().collect(Collectors.toSet())
            : Set.of();
      } finally {
        deleteFolder(folder);
      }
    } catch (IOException e) {
      return Set.of();
    }
  }

  /**
   * Recognizes the text of an image.
   *
   * @param model name of an installed model
   * @param pageSegmentationMode page segmentation mode: 3 for a page, 6 for one block of lines
   * @param timeLimit maximum time
   * @return the TSV output, with boxes in pixels, words and confidences
   * @throws IOException if Tesseract cannot be started, fails or exceeds the time limit, or the
   *     thread is interrupted
   */
  String recognize(GrayRaster raster, String model, int pageSegmentationMode, Duration timeLimit)
      throws IOException {
    Path folder = Files.createTempDirectory("ocr");
    try {
      Path image = folder.resolve("page.png");
      ImageIO.write(raster.toImage(), "png", image.toFile());
      List<String> command =
          List.of(
              executable,
              image.toString(),
              folder.resolve("page").toString(),
              "-l",
              model,
              "--psm",
              String.valueOf(pageSegmentationMode),
              "--dpi",
              String.valueOf(Math.round(raster.dpi())),
              "tsv");
      int exit = runProcess(command, folder.resolve("log"), timeLimit);
      if (exit != 0) {
        throw new IOException("Tesseract ended with status " + exit);
      }
      return Files.readString(folder.resolve("page.tsv"), StandardCharsets.UTF_8);
    } finally {
      deleteFolder(folder);
    }
  }

  private static int runProcess(List<String> command, Path output, Duration timeLimit)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    // Several files are read in parallel, so Tesseract is restricted to one thread.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("Tesseract took more than " + timeLimit.toSeconds() + " seconds");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Tesseract ran", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void deleteFolder(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
