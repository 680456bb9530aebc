package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.wording.ModelEndpoint;
import org.mingzhang.web.wording.SentenceWriter;
import picocli.CommandLine.Option;

/** The model that may word rows of answers; without it there is none. */
final class WordingOptions {
  @Option(
      names = "--model-url",
      paramLabel = "URL",
      description =
          "Address of a language model that speaks OpenAI's chat completions"
              + " (http://localhost:8000/v1): it may word the rows of an answer where a reader asks"
              + " for that, and is refused where it says more. Question and rows are sent there"
              + " (default: no model).")
  private @Nullable String url;

  @Option(
      names = "--model-name",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "Its name there (default: ${DEFAULT-VALUE}).")
  private String model = "default";

  @Option(
      names = "--model-key-file",
      paramLabel = "FILE",
      description = "File whose first line is the key that it is asked with.")
  private @Nullable Path key;

  @Option(
      names = "--model-seconds",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "How long it may take (default: ${DEFAULT-VALUE}).")
  private int seconds = 20;

  /**
   * The model, or null where there is none.
   *
   * @throws BadOptionException where the address is none
   * @throws IOException if the file of the key cannot be read
   */
  @Nullable SentenceWriter writer() throws IOException {
    if (url == null) {
      return null;
    }
    try {
      return new ModelEndpoint(
          url,
          model,
          key == null ? null : Files.readString(key).lines().findFirst().orElse("").strip(),
          Duration.ofSeconds(Math.clamp(seconds, 1, 300)));
    } catch (IllegalArgumentException e) {
      throw new BadOptionException("--model-url: " + e.getMessage());
    }
  }
}
