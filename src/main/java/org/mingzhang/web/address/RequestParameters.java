package org.mingzhang.web.address;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address. Values are validated when they are read.
 *
 * @param values every value of every name, percent-decoded
 */
public record RequestParameters(Map<String, List<String>> values) {
  private static final String ATTRIBUTE = RequestParameters.class.getName();

  /**
   * The parameters that {@link #replaceParametersOf} has set for a request, otherwise the
   * parameters that it was sent with.
   */
  public static RequestParameters of(Context ctx) {
    RequestParameters replaced = ctx.attribute(ATTRIBUTE);
    return replaced == null ? new RequestParameters(ctx.queryParamMap()) : replaced;
  }

  /**
   * Makes the handlers of a request read these parameters in place of the parameters that it was
   * sent with.
   */
  public void replaceParametersOf(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }

  /** The first value of a name that is not blank; null if there is none. */
  public @Nullable String text(String name) {
    return allValues(name).stream().findFirst().orElse(null);
  }

  /** The first value of a name that is not blank; {@code defaultValue} if there is none. */
  public String text(String name, String defaultValue) {
    return allValues(name).stream().findFirst().orElse(defaultValue);
  }

  /** The distinct values of a name that are not blank. */
  public List<String> allValues(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .filter(v -> !v.isBlank())
        .distinct()
        .toList();
  }

  /**
   * Parses an integer from 1 to a limit; {@code defaultValue} if the parameter is missing.
   *
   * @throws BadParameterException if the value is not an integer from 1 to {@code maximum}
   */
  public int positiveInt(String name, int defaultValue, int maximum) {
    String value = text(name, Integer.toString(defaultValue));
    if (value.matches("\\d{1,8}")) {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= maximum) {
        return number;
      }
    }
    throw new BadParameterException(name, value, "1 – " + maximum);
  }

  /**
   * The 1-based number of a page of a list; 1 if the parameter is missing.
   *
   * @throws BadParameterException if the list has no such page
   */
  public int pageNumber(int rowCount, int pageSize) {
    return positiveInt("page", 1, Math.max(1, Math.ceilDiv(rowCount, pageSize)));
  }

  /**
   * The enum constant whose lower-case name is the value of a parameter; {@code defaultValue} if
   * the parameter is missing.
   *
   * @throws BadParameterException if there is no such constant
   */
  public <E extends Enum<E>> E enumConstant(String name, E defaultValue) {
    String value = text(name, lowerCaseName(defaultValue));
    E[] constants = defaultValue.getDeclaringClass().getEnumConstants();
    return Arrays.stream(constants)
        .filter(c -> c.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new BadParameterException(
                    name,
                    value,
                    Arrays.stream(constants)
                        .map(RequestParameters::lowerCaseName)
                        .collect(Collectors.joining(", "))));
  }

  static String lowerCaseName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
