package org.mingzhang.web.address;

/** An address that asks for something there is no such thing as. */
public final class BadAddressException extends RuntimeException {
  private final String parameter;
  private final String value;
  private final String legal;

  /**
   * Names the fault.
   *
   * @param parameter name of the parameter
   * @param value what it was given
   * @param legal what it may be
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

  /** What it was given. */
  public String value() {
    return value;
  }

  /** What it may be. */
  public String legal() {
    return legal;
  }
}
