package org.mingzhang.web.batch;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.model.SearchScope;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.LegacyEncodingDecoder;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageRenderer;

/**
 * A list of queries: typed into a form, uploaded as a file, sent as a plain-text body, or as
 * parameters {@code q}.
 *
 * @param queryLines the queries, one per line
 * @param filters a search with an empty query and the scope and filters of all queries
 */
public record BatchRequest(String queryLines, SearchUrl filters) {
  /** Maximum size of a file, in bytes and of a plain-text body. */
  private static final int MAX_BYTES = 1_000_000;

  private static final Pattern BODY_TYPE =
      Pattern.compile("text/plain|multipart/form-data|application/x-www-form-urlencoded");

  /**
   * Reads a request.
   *
   * @throws BadParameterException if the body is neither plain text nor a form, or a filter is
   *     invalid
   * @throws HttpResponseException with status 413 if a file has more than {@link #MAX_BYTES} bytes
   */
  public static BatchRequest parse(Context ctx) {
    List<String> parts = new ArrayList<>(PageRenderer.parameters(ctx).allValues("q"));
    RequestParameters form = new RequestParameters(ctx.formParamMap());
    parts.addAll(form.allValues("queries"));
    String type = ctx.contentType();
    if (type != null && !BODY_TYPE.matcher(type).lookingAt()) {
      throw new BadParameterException("Content-Type", type, "error.400.body");
    }
    if (type != null && type.startsWith("text/plain")) {
      parts.add(
          type.contains("charset=") ? ctx.body() : LegacyEncodingDecoder.decode(ctx.bodyAsBytes()));
    }
    if (ctx.isMultipartFormData()) {
      ctx.uploadedFiles("file").forEach(file -> parts.add(readText(file)));
    }
    return new BatchRequest(
        String.join("\n", parts), parseFilters(form, PageRenderer.parameters(ctx)));
  }

  /**
   * Reads the filters from both the address and the form, and the scope from the form or, if it has
   * none, from the address. Order, size and number of the page are ignored.
   */
  private static SearchUrl parseFilters(
      RequestParameters formParameters, RequestParameters urlParameters) {
    Map<String, List<String>> values = new HashMap<>();
    for (RequestParameters from : List.of(urlParameters, formParameters)) {
      from.values()
          .forEach(
              (name, given) ->
                  given.stream()
                      .filter(value -> !value.isEmpty())
                      .filter(value -> !values.getOrDefault(name, List.of()).contains(value))
                      .forEach(
                          value ->
                              values.computeIfAbsent(name, k -> new ArrayList<>()).add(value)));
    }
    List<String> scopes =
        formParameters.allValues("scope").isEmpty()
            ? urlParameters.allValues("scope")
            : formParameters.allValues("scope");
    values.keySet().removeAll(List.of("q", "scope", "after", "page", "size", "sort", "typed"));
    if (!scopes.isEmpty()) {
      values.put("scope", scopes);
    }
    return SearchUrl.decode(new RequestParameters(values));
  }

  /** The scope of all queries. */
  public SearchScope scope() {
    return filters.request().scope();
  }

  private static String readText(UploadedFile file) {
    try (InputStream in = file.content()) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new HttpResponseException(413, "the uploaded list is too long", Map.of());
      }
      return LegacyEncodingDecoder.decode(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the uploaded list cannot be read", e);
    }
  }
}
