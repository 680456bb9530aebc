package org.mingzhang.web.parameter;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchCursor;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.ParameterFault;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.http.ProblemDetails;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.RegionLookup;

/**
 * Checks the query parameters of a request against the description of its address. If a misspelled
 * filter were ignored, the answer would have all rows as if they matched it. Handlers of the
 * request read the checked parameters, in which values of filters have the form that the index has.
 */
public final class ParameterValidator implements Handler {
  /** Parameters that other sites add to links. */
  private static final Pattern TRACKING =
      Pattern.compile("utm_\\w+|gclid|fbclid|msclkid|spm|from|isappinstalled");

  private static final Pattern CURSOR_SEPARATOR = Pattern.compile("~");

  private final FilterValueParser filterValues;
  private volatile @Nullable List<AddressDescription> addresses;

  /** Creates an instance that knows the regions of the documents. */
  public ParameterValidator(DocumentCatalog catalog) {
    this.filterValues = new FilterValueParser(() -> RegionLookup.of(catalog.currentSnapshot()));
  }

  /**
   * Checks the query of a request. Addresses that are not described are not checked. For a page,
   * wrong parameters are dropped and named on the page.
   *
   * @throws BadParameterException if a parameter is wrong and the address is not that of a page, or
   *     JSON is requested from it
   */
  @Override
  public void handle(Context ctx) {
    if (ctx.queryString() == null) {
      return;
    }
    Optional<AddressDescription> address =
        addresses().stream().filter(a -> a.path().matcher(ctx.path()).matches()).findFirst();
    if (address.isEmpty()) {
      return;
    }
    Check check = new Check(address.get(), QueryDecoder.decode(ctx));
    check.run();
    if (!check.faults.isEmpty() && (!address.get().isPage() || ProblemDetails.wantsJson(ctx))) {
      throw new BadParameterException(check.faults.getFirst());
    }
    new RequestParameters(check.keptParameters).replaceParametersOf(ctx);
    PageRenderer.reportFaults(ctx, check.faults);
  }

  /** The described addresses; read with the first request, since a start does not need them. */
  private List<AddressDescription> addresses() {
    List<AddressDescription> known = addresses;
    if (known == null) {
      known = AddressDescription.readAll();
      addresses = known;
    }
    return known;
  }

  /** Checks the parameters of one query; collects the faults and the parameters that remain. */
  private final class Check {
    private final AddressDescription address;
    private final Map<String, List<String>> givenParameters;
    private final Optional<SearchScope> scope;
    private final Map<String, List<String>> keptParameters = new LinkedHashMap<>();
    private final List<ParameterFault> faults = new ArrayList<>();

    Check(AddressDescription address, Map<String, List<String>> parameters) {
      this.address = address;
      this.givenParameters = parameters;
      String named = new RequestParameters(parameters).text("scope", SearchScope.SECTIONS.id());
      this.scope = address.scope(named);
    }

    void run() {
      givenParameters.forEach(
          (name, values) -> {
            Optional<AddressDescription.Parameter> described = address.find(name);
            if (described.isPresent()) {
              checkValues(described.get(), values);
            } else if (!name.isBlank() && !TRACKING.matcher(name).matches()) {
              faults.add(ParameterFault.ofUnknown(name, address.names()));
            }
          });
    }

    private void checkValues(AddressDescription.Parameter parameter, List<String> values) {
      List<String> typed = values.stream().filter(v -> !v.isBlank()).distinct().toList();
      String name = parameter.name();
      if (typed.isEmpty()) {
        keptParameters.put(name, values);
        return;
      }
      if (!parameter.isRepeatable() && typed.size() > 1) {
        String all = String.join(", ", typed);
        faults.add(new ParameterFault(ParameterFault.Kind.REPEATED, name, all, ""));
        typed = typed.subList(0, 1);
      }
      Optional<FacetDimension> dimension = FacetDimension.ofId(parameter.facet());
      Predicate<SearchScope> applies = scopesOf(parameter, dimension, typed.getFirst());
      if (scope.isPresent() && !applies.test(scope.get())) {
        faults.add(
            createScopeFault(
                dimension.isPresent() ? name : name + "=" + typed.getFirst(), applies));
        return;
      }
      Set<String> right = new LinkedHashSet<>();
      for (String value : typed) {
        List<String> meant = parseValue(parameter, dimension, value);
        if (meant.isEmpty()) {
          faults.add(ParameterFault.ofValue(name, value, describeValues(parameter, dimension)));
        }
        right.addAll(meant);
      }
      if (!right.isEmpty()) {
        keptParameters.put(name, List.copyOf(right));
      }
    }

    /** The scopes to which a filter or a sort order applies; for other parameters all. */
    private static Predicate<SearchScope> scopesOf(
        AddressDescription.Parameter parameter, Optional<FacetDimension> dimension, String value) {
      if (dimension.isPresent()) {
        return scope -> SearchRequest.facetsOf(scope).contains(dimension.get());
      }
      return scope ->
          !parameter.name().equals("sort")
              || Arrays.stream(SearchRequest.Sort.values())
                  .filter(sort -> sort.id().equalsIgnoreCase(value))
                  .allMatch(sort -> sort.appliesTo(scope));
    }

    private ParameterFault createScopeFault(String name, Predicate<SearchScope> applies) {
      String scopes =
          Arrays.stream(SearchScope.values())
              .filter(applies)
              .map(SearchScope::id)
              .collect(Collectors.joining(", "));
      return new ParameterFault(
          ParameterFault.Kind.SCOPE, name, scope.map(SearchScope::id).orElse(""), scopes);
    }

    private List<String> parseValue(
        AddressDescription.Parameter parameter, Optional<FacetDimension> dimension, String value) {
      if (!parameter.values().isEmpty()) {
        return parameter.values().stream().filter(v -> v.equalsIgnoreCase(value)).toList();
      }
      if (dimension.isPresent()) {
        return filterValues.parse(dimension.get(), value);
      }
      return parameter.name().equals("after") && !isCursor(value) ? List.of() : List.of(value);
    }

    private String describeValues(
        AddressDescription.Parameter parameter, Optional<FacetDimension> dimension) {
      if (!parameter.values().isEmpty()) {
        return String.join(", ", parameter.values());
      }
      return dimension.map(FilterValueParser::describeValues).orElse("error.400.after");
    }
  }

  /** Whether a text is a cursor, or a cursor of each of several searches. */
  private static boolean isCursor(String text) {
    return CURSOR_SEPARATOR
        .splitAsStream(text)
        .allMatch(
            part -> part.isEmpty() || part.equals(".") || SearchCursor.decode(part).isPresent());
  }
}
