package org.mingzhang.web.parameter;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.text.TsvResource;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.api.OpenApiOperationReader;

/**
 * The query parameters of the addresses whose paths match a pattern.
 *
 * @param path the pattern
 * @param isPage whether it is a page, which is shown without the parameters that are wrong
 * @param filterScope scope whose facets are parameters as well: its id, {@link #ANY_SCOPE}, or
 *     empty if there are no such parameters
 * @param parameters the parameters by name
 */
record AddressDescription(
    Pattern path, boolean isPage, String filterScope, Map<String, Parameter> parameters) {
  static final String EXCLUSION_PREFIX = "not.";

  /** Value of {@code filterScope} if the parameter {@code scope} names the scope. */
  private static final String ANY_SCOPE = "any";

  private static final String NONE = "-";

  /** The language of messages and labels, which every address accepts, with its values. */
  private static final String LANGUAGE_PARAMETER = "lang=zh|" + String.join("|", Language.names());

  /**
   * A parameter.
   *
   * @param isRepeatable whether it may have several values
   * @param values the values that it may have, empty for any
   * @param facet id of the facet whose values it has; its name if its values are not those of a
   *     facet
   */
  record Parameter(String name, boolean isRepeatable, List<String> values, String facet) {
    static Parameter parse(String cell) {
      String[] parts = cell.split("=", 2);
      boolean repeats = parts[0].endsWith("+");
      String name = repeats ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
      return new Parameter(
          name, repeats, parts.length < 2 ? List.of() : List.of(parts[1].split("\\|")), name);
    }
  }

  /** Reads the descriptions of all addresses; the first whose pattern matches a path applies. */
  static List<AddressDescription> readAll() {
    return Stream.concat(
            OpenApiOperationReader.read(Language.ENGLISH).stream().map(AddressDescription::of),
            TsvResource.parseRows(
                AddressDescription.class, "addresses.tsv", 4, AddressDescription::parse)
                .stream())
        .toList();
  }

  private static AddressDescription of(OpenApiOperationReader.Operation operation) {
    Stream<Parameter> parameters =
        operation.parameters().stream()
            .filter(p -> p.place().equals("query"))
            .map(
                p ->
                    new Parameter(
                        p.name(),
                        p.isRepeatable(),
                        p.values(),
                        p.facet().isEmpty() ? p.name() : p.facet()));
    String scope = operation.scope().isEmpty() ? ANY_SCOPE : operation.scope();
    return new AddressDescription(
        toPattern(operation.path()),
        false,
        operation.hasFacetFilters() ? scope : "",
        mapByName(parameters));
  }

  private static AddressDescription parse(List<String> cells) {
    return new AddressDescription(
        toPattern(cells.get(0)),
        cells.get(1).equals("page"),
        cells.get(2).equals(NONE) ? "" : cells.get(2),
        mapByName(
            Arrays.stream(cells.get(3).split(" ", -1))
                .filter(cell -> !cell.equals(NONE))
                .map(Parameter::parse)));
  }

  private static Map<String, Parameter> mapByName(Stream<Parameter> parameters) {
    return Stream.concat(Stream.of(Parameter.parse(LANGUAGE_PARAMETER)), parameters)
        .collect(Collectors.toMap(Parameter::name, Function.identity()));
  }

  private static Pattern toPattern(String path) {
    return Pattern.compile(
        path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+").replace("*", ".+") + "/?");
  }

  /** Finds a parameter by its name, which may be the name of a facet; empty if there is none. */
  Optional<Parameter> find(String name) {
    boolean excludes = name.startsWith(EXCLUSION_PREFIX);
    String bare = excludes ? name.substring(EXCLUSION_PREFIX.length()) : name;
    Parameter described = parameters.get(bare);
    boolean facet =
        !filterScope.isEmpty()
            && FacetDimension.ofId(described == null ? bare : described.facet()).isPresent();
    if (facet) {
      return Optional.of(
          new Parameter(name, true, List.of(), described == null ? bare : described.facet()));
    }
    return excludes ? Optional.empty() : Optional.ofNullable(described);
  }

  /**
   * The names of all parameters for messages: first the parameters, sorted, then the facets, if
   * any, and the prefix of excluding parameters with an ellipsis.
   */
  Set<String> names() {
    Stream<String> facets =
        filterScope.isEmpty()
            ? Stream.of()
            : Stream.concat(
                Arrays.stream(FacetDimension.values()).map(FacetDimension::id),
                Stream.of(EXCLUSION_PREFIX + "…"));
    return Stream.concat(parameters.keySet().stream().sorted(), facets)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The scope whose facets are parameters; empty if there are none, or if the address names a scope
   * that does not exist.
   *
   * @param scopeName value of the parameter {@code scope}
   */
  Optional<SearchScope> scope(String scopeName) {
    String id = filterScope.equals(ANY_SCOPE) ? scopeName : filterScope;
    return Arrays.stream(SearchScope.values()).filter(s -> s.id().equalsIgnoreCase(id)).findFirst();
  }
}
