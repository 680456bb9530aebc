package org.mingzhang.web.address;

/** Thrown for a parameter of a URL with an invalid value. */
public final class BadParameterException extends RuntimeException {
  private final String parameter;
  private final String value;
  private final String validValues;

  /**
   * Creates the exception for a parameter; its message names the valid values.
   *
   * @param parameter name of the parameter
   * @param value the value given
   * @param allowedValues the values it may have
   */
  public BadParameterException(String parameter, String value, String allowedValues) {
    super("parameter " + parameter + " is " + value + ", it may be " + allowedValues);
    this.parameter = parameter;
    this.value = value;
    this.validValues = allowedValues;
  }

  /** Name of the parameter. */
  public String parameter() {
    return parameter;
  }

  /** The invalid value, as it stands in the address. */
  public String value() {
    return value;
  }

  /** A description of the valid values. */
  public String validValues() {
    return validValues;
  }
}
