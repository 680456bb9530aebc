package org.mingzhang.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.web.address.UnknownParameterException;

/**
 * Rejects requests to the API whose query has a parameter that {@code openapi.json} does not
 * describe. If a misspelled filter were ignored, the answer would have all rows as if they matched
 * it.
 */
public final class QueryParameterValidator implements Handler {
  private static final String EXCLUSION_PREFIX = "not.";

  /** The language of messages and labels, which every operation accepts. */
  private static final String LANGUAGE = "lang";

  /**
   * The parameters of the operation at one path.
   *
   * @param path matches the paths of requests
   * @param names the names of its query parameters, with those of the facets if it filters by them
   */
  private record Operation(Pattern path, Set<String> names) {
    boolean accepts(String parameter) {
      return names.contains(
          parameter.startsWith(EXCLUSION_PREFIX)
              ? parameter.substring(EXCLUSION_PREFIX.length())
              : parameter);
    }
  }

  private volatile @Nullable List<Operation> operations;

  /**
   * Checks the query of a request; undescribed paths are not checked.
   *
   * @throws UnknownParameterException if a parameter is not described
   */
  @Override
  public void handle(Context ctx) {
    if (ctx.queryString() == null) {
      return;
    }
    for (Operation operation : operations()) {
      if (operation.path().matcher(ctx.path()).matches()) {
        rejectUndescribed(ctx, operation);
      }
    }
  }

  private static void rejectUndescribed(Context ctx, Operation operation) {
    for (String name : ctx.queryParamMap().keySet()) {
      if (!operation.accepts(name)) {
        throw new UnknownParameterException(name, operation.names());
      }
    }
  }

  /** The described operations; read with the first request, since a start does not need them. */
  private List<Operation> operations() {
    List<Operation> known = operations;
    if (known == null) {
      known = readOperations();
      operations = known;
    }
    return known;
  }

  private static List<Operation> readOperations() {
    try (InputStream in = QueryParameterValidator.class.getResourceAsStream("/openapi.json")) {
      JsonNode root = new ObjectMapper().readTree(in);
      List<Operation> read = new ArrayList<>();
      root.path("paths")
          .properties()
          .forEach(path -> read.add(readOperation(root, path.getKey(), path.getValue())));
      return List.copyOf(read);
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.json cannot be read", e);
    }
  }

  private static Operation readOperation(JsonNode root, String path, JsonNode methods) {
    Set<String> names = new TreeSet<>(Set.of(LANGUAGE));
    JsonNode get = methods.path("get");
    for (JsonNode given : get.path("parameters")) {
      String reference = given.path("$ref").asText();
      JsonNode parameter = reference.isEmpty() ? given : root.at(reference.substring(1));
      if (parameter.path("in").asText().equals("query")) {
        names.add(parameter.path("name").asText());
      }
    }
    if (get.path("x-facet-filters").asBoolean()) {
      for (FacetDimension dimension : FacetDimension.values()) {
        names.add(dimension.id());
      }
    }
    return new Operation(Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+")), names);
  }
}
