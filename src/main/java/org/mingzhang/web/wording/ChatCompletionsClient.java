package org.mingzhang.web.wording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Client of a language model behind an endpoint of OpenAI's chat completions, which most model
 * servers offer. Temperature is 0 and redirects are not followed. An answer may have at most 64
 * KiB; it must begin within the time limit and, after its beginning, end within the same time.
 */
public final class ChatCompletionsClient implements LanguageModel {
  private static final Logger LOG = LoggerFactory.getLogger(ChatCompletionsClient.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Maximum size of an answer, in bytes. */
  private static final int MAX_BYTES = 64 << 10;

  private final URI address;
  private final String modelName;
  private final @Nullable String apiKey;
  private final Duration timeout;
  private final HttpClient client;

  /**
   * Creates a client of a model.
   *
   * @param baseUrl address to which {@code /chat/completions} is appended, such as {@code
   *     http://localhost:8000/v1}
   * @param modelName name of the model
   * @param apiKey API key, or null
   * @param timeout maximum time to connect, until an answer begins, and from then until it ends
   * @throws IllegalArgumentException if the address is not an http or https address
   */
  public ChatCompletionsClient(
      String baseUrl, String modelName, @Nullable String apiKey, Duration timeout) {
    URI address = URI.create(baseUrl.replaceFirst("/+$", "") + "/chat/completions");
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.matches("https?") || address.getHost() == null) {
      throw new IllegalArgumentException(baseUrl + " is no address of http or https");
    }
    this.address = address;
    this.modelName = modelName;
    this.apiKey = apiKey;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public String generate(String systemPrompt, String userContent) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(buildBody(systemPrompt, userContent)));
    if (apiKey != null) {
      request.header("Authorization", "Bearer " + apiKey);
    }
    try {
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      // The timeout of the request ends with the head of the answer.
      CompletableFuture<Void> end =
          CompletableFuture.runAsync(
              () -> closeQuietly(answer.body()),
              CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
      try (InputStream in = answer.body()) {
        return parseText(answer.statusCode(), in.readNBytes(MAX_BYTES + 1));
      } finally {
        end.cancel(false);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Closes an answer, so that a thread that reads it gets an exception. */
  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      LOG.debug("the answer of the model could not be closed", e);
    }
  }

  private byte[] buildBody(String systemPrompt, String userContent) throws IOException {
    ObjectNode body = JSON.createObjectNode().put("model", modelName);
    body.put("temperature", 0).put("stream", false).put("max_tokens", 1_200);
    ArrayNode messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", systemPrompt);
    messages.addObject().put("role", "user").put("content", userContent);
    return JSON.writeValueAsBytes(body);
  }

  private static String parseText(int status, byte[] body) throws IOException {
    if (status != 200) {
      throw new IOException("the model answered " + status);
    }
    if (body.length > MAX_BYTES) {
      throw new IOException("the model answered more than " + MAX_BYTES + " bytes");
    }
    JsonNode answer = JSON.readTree(new String(body, StandardCharsets.UTF_8));
    JsonNode text =
        answer == null ? null : answer.path("choices").path(0).path("message").path("content");
    if (text == null || !text.isTextual()) {
      throw new IOException("the model answered without a text");
    }
    return text.asText();
  }
}
