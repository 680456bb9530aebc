package org.mingzhang.web.address;

/** Thrown for a parameter of a URL that is wrong. */
public final class BadParameterException extends RuntimeException {
  private final ParameterFault fault;

  /** Creates the exception for a fault; its message names what would be right. */
  public BadParameterException(ParameterFault fault) {
    super(
        "parameter " + fault.parameter() + ": " + fault.value() + ", not " + fault.allowedValues());
    this.fault = fault;
  }

  /**
   * Creates the exception for an invalid value; its message names the valid values.
   *
   * @param parameter name of the parameter
   * @param value the value given
   * @param allowedValues the values it may have, or the key of a message that describes them
   */
  public BadParameterException(String parameter, String value, String allowedValues) {
    super("parameter " + parameter + " is " + value + ", it may be " + allowedValues);
    this.fault = ParameterFault.ofValue(parameter, value, allowedValues);
  }

  /** What is wrong. */
  public ParameterFault fault() {
    return fault;
  }
}
