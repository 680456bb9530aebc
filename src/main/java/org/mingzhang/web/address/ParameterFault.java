package org.mingzhang.web.address;

import java.util.Collection;

/**
 * What is wrong with a parameter of an address.
 *
 * @param kind what is wrong
 * @param parameter name of the parameter
 * @param value the value given; for a filter that does not apply, id of the scope
 * @param allowedValues what would be right, or the key of a message that says so
 */
public record ParameterFault(Kind kind, String parameter, String value, String allowedValues) {
  /** Kinds of faults; each has a message {@code error.400.KIND}. */
  public enum Kind {
    /** The value is not one of the allowed values. */
    VALUE,
    /**
     * The address has no such parameter; {@link #allowedValues} has the names of its parameters.
     */
    UNKNOWN,
    /**
     * Rows of the scope do not have this facet; {@link #allowedValues} has the ids of the scope's
     * facets.
     */
    SCOPE,
    /** The parameter has several values, and the address uses only one. */
    REPEATED
  }

  private static final int MAX_LENGTH = 60;

  /** Shortens a long value. */
  public ParameterFault {
    value = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) + "…" : value;
  }

  /** A parameter with a value that it cannot have. */
  public static ParameterFault ofValue(String parameter, String value, String allowed) {
    return new ParameterFault(Kind.VALUE, parameter, value, allowed);
  }

  /** A parameter that an address does not have. */
  public static ParameterFault ofUnknown(String parameter, Collection<String> knownParameters) {
    return new ParameterFault(Kind.UNKNOWN, parameter, "", String.join(", ", knownParameters));
  }
}
