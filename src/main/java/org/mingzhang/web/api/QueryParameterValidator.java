package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.UnknownParameterException;

/**
 * Rejects requests to the API whose query has a parameter that {@code openapi.json} does not
 * describe. If a misspelled filter were ignored, the answer would have all rows as if they matched
 * it.
 */
public final class QueryParameterValidator implements Handler {
  private static final String EXCLUSION_PREFIX = "not.";

  /** The language of messages and labels, which every operation accepts. */
  private static final String LANGUAGE_PARAMETER = "lang";

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
    return OpenApiOperationReader.read(Language.ENGLISH).stream()
        .map(QueryParameterValidator::toOperation)
        .toList();
  }

  private static Operation toOperation(OpenApiOperationReader.Operation operation) {
    Set<String> names = new TreeSet<>(Set.of(LANGUAGE_PARAMETER));
    for (OpenApiOperationReader.Parameter parameter : operation.parameters()) {
      if (parameter.place().equals("query")) {
        names.add(parameter.name());
      }
    }
    if (operation.hasFacetFilters()) {
      for (FacetDimension dimension : FacetDimension.values()) {
        names.add(dimension.id());
      }
    }
    return new Operation(Pattern.compile(operation.path().replaceAll("\\{[^}]+}", "[^/]+")), names);
  }
}
