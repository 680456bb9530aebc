package org.mingzhang.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.wording.ChatCompletionsClient;
import org.mingzhang.web.wording.LanguageModel;
import picocli.CommandLine.Option;

/** Options of the language model that writes the sentences of answers. */
final class LanguageModelOptions {
  @Option(
      names = "--model-url",
      paramLabel = "URL",
      description =
          "Address of a language model with OpenAI's chat completions API"
              + " (http://localhost:8000/v1), which words the rows of an answer on request."
              + " Question and rows are sent to it; sentences that state more than the rows are"
              + " rejected (default: no model).")
  private @Nullable String url;

  @Option(
      names = "--model-name",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "Name of the model (default: ${DEFAULT-VALUE}).")
  private String model = "default";

  @Option(
      names = "--model-key-file",
      paramLabel = "FILE",
      description = "File whose first line is the API key.")
  private @Nullable Path key;

  @Option(
      names = "--model-seconds",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "Time limit of a request (default: ${DEFAULT-VALUE}).")
  private int seconds = 20;

  /**
   * The model; null if none is given. A time limit outside of 1 to 300 seconds is brought into this
   * range.
   *
   * @throws BadOptionException if the address is invalid or the file of the key cannot be read
   */
  @Nullable LanguageModel createModel() {
    if (url == null) {
      return null;
    }
    try {
      return new ChatCompletionsClient(
          url,
          model,
          key == null ? null : SecretFileReader.readFirstLine("--model-key-file", key).strip(),
          Duration.ofSeconds(Math.clamp(seconds, 1, 300)));
    } catch (IllegalArgumentException e) {
      throw new BadOptionException("--model-url: " + e.getMessage());
    }
  }
}
