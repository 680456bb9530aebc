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
import org.jspecify.annotations.Nullable;

/**
 * A model behind an address that speaks the chat completions of OpenAI, which most servers of
 * models do. It is asked without sampling, follows no redirect, and its answer is bounded in time
 * and size.
 */
public final class ModelEndpoint implements SentenceWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More of an answer is not read. */
  private static final int LONGEST = 64 << 10;

  private final URI address;
  private final String model;
  private final @Nullable String key;
  private final Duration longest;
  private final HttpClient client;

  /**
   * A model.
   *
   * @param base address below which {@code /chat/completions} is, {@code http://localhost:8000/v1}
   * @param model name of the model
   * @param key what it is asked with, or null
   * @param longest how long an answer may take
   * @throws IllegalArgumentException if the address is none of http or https
   */
  public ModelEndpoint(String base, String model, @Nullable String key, Duration longest) {
    URI address = URI.create(base.replaceFirst("/+$", "") + "/chat/completions");
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.matches("https?") || address.getHost() == null) {
      throw new IllegalArgumentException(base + " is no address of http or https");
    }
    this.address = address;
    this.model = model;
    this.key = key;
    this.longest = longest;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(longest)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public String write(String instruction, String material) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(longest)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body(instruction, material)));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        return text(answer.statusCode(), in.readNBytes(LONGEST + 1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private byte[] body(String instruction, String material) throws IOException {
    ObjectNode body = JSON.createObjectNode().put("model", model);
    body.put("temperature", 0).put("stream", false).put("max_tokens", 1_200);
    ArrayNode messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", instruction);
    messages.addObject().put("role", "user").put("content", material);
    return JSON.writeValueAsBytes(body);
  }

  private static String text(int status, byte[] body) throws IOException {
    if (status != 200) {
      throw new IOException("the model answered " + status);
    }
    if (body.length > LONGEST) {
      throw new IOException("the model answered more than " + LONGEST + " bytes");
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
