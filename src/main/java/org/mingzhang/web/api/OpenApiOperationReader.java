package org.mingzhang.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.web.address.Language;

/**
 * Reads the operations of {@code openapi.json}, which the page of the API shows and by which the
 * parameters of requests are checked.
 */
public final class OpenApiOperationReader {
  /**
   * An operation.
   *
   * @param path its path
   * @param summary description of what it does
   * @param example example of an address, or empty
   * @param parameters its parameters
   * @param hasFacetFilters whether the facets of searches, each also with the prefix {@code not.},
   *     are parameters as well
   */
  public record Operation(
      String path,
      String summary,
      String example,
      List<Parameter> parameters,
      boolean hasFacetFilters) {}

  /**
   * A parameter.
   *
   * @param name its name
   * @param place {@code query} or {@code path}
   * @param words its description with the values that it may have
   */
  public record Parameter(String name, String place, String words) {}

  private OpenApiOperationReader() {}

  /** Reads all operations with their descriptions in a language. */
  public static List<Operation> read(Language language) {
    JsonNode root = OpenApiDescription.read();
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                operations.add(
                    readOperation(root, path.getKey(), path.getValue().path("get"), language)));
    return operations;
  }

  private static Operation readOperation(
      JsonNode root, String path, JsonNode get, Language language) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode given : get.path("parameters")) {
      JsonNode parameter = OpenApiDescription.resolve(root, given);
      parameters.add(
          new Parameter(
              parameter.path("name").asText(),
              parameter.path("in").asText(),
              readText(parameter, "description", language)
                  + OpenApiDescription.describeValues(parameter, language)));
    }
    return new Operation(
        path,
        readText(get, "summary", language),
        get.path("x-example").asText(),
        parameters,
        get.path("x-facet-filters").asBoolean());
  }

  private static String readText(JsonNode node, String name, Language language) {
    String chinese = node.path("x-" + name + "-zh").asText();
    return language == Language.ENGLISH || chinese.isEmpty() ? node.path(name).asText() : chinese;
  }
}
