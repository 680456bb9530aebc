package org.mingzhang.web.address;

/** A parameter of an address has a value that it cannot have. */
public final class BadAddressException extends RuntimeException {
  private final String parameter;
  private final String value;
  private final String legal;

  /**
   * Names the parameter and its legal values.
   *
   * @param parameter name of the parameter
   * @param value the value given
   * @param legal the values it may have
   */
  public BadAddressException(String parameter, String value, String legal) {
    super("parameter " + parameter + " is " + value + ", it may be " + legal);
    this.parameter = parameter;
    this.value = value;
    this.legal = legal;
  }

  /** Name of the parameter. */
  public String parameter() {
    return parameter;
  }

  /** The value given. */
  public String value() {
    return value;
  }

  /** The values it may have. */
  public String legal() {
    return legal;
  }
}
