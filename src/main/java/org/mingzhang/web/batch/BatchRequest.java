package org.mingzhang.web.batch;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.SearchScope;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageRenderer;

/**
 * A list of queries: typed into a form, uploaded as a file, sent as a plain-text body, or as
 * parameters {@code q}.
 *
 * @param list the queries, one per line
 * @param filters a search with an empty query and the scope and filters of all queries
 */
public record BatchRequest(String list, SearchUrl filters) {
  private static final int MAX_BYTES = 500_000;

  /**
   * Reads a request. Of each file, at most {@link #MAX_BYTES} bytes are read, as UTF-8 or, if they
   * are not valid UTF-8, as GB18030.
   *
   * @throws org.mingzhang.web.address.BadParameterException if a filter has an invalid value
   */
  public static BatchRequest parse(Context ctx) {
    List<String> parts = new ArrayList<>(ctx.queryParams("q"));
    RequestParameters form = new RequestParameters(ctx.formParamMap());
    parts.addAll(form.allValues("queries"));
    String type = ctx.contentType();
    if (type != null && type.startsWith("text/plain")) {
      parts.add(ctx.body());
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
      byte[] bytes = in.readNBytes(MAX_BYTES);
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        return new String(bytes, Charset.forName("GB18030"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the uploaded list cannot be read", e);
    }
  }
}
