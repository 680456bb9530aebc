package org.mingzhang.web.address;

import java.util.Collection;

/** Thrown for a parameter that an address of the API does not have. */
public final class UnknownParameterException extends RuntimeException {
  private final String parameter;
  private final String knownParameters;

  /**
   * Creates the exception for a parameter; its message names the parameters that there are.
   *
   * @param parameter name of the parameter
   * @param knownParameters names of the parameters of the address
   */
  public UnknownParameterException(String parameter, Collection<String> knownParameters) {
    super("no parameter " + parameter + ", only " + String.join(", ", knownParameters));
    this.parameter = parameter;
    this.knownParameters = String.join(", ", knownParameters);
  }

  /** Name of the parameter. */
  public String parameter() {
    return parameter;
  }

  /** Names of the parameters of the address, separated by commas. */
  public String known() {
    return knownParameters;
  }
}
