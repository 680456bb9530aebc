package org.mingzhang.query;

/** Thrown at a syntax error; {@link QueryParser} catches it. */
final class QuerySyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String part;

  QuerySyntaxException() {
    this("");
  }

  /** Creates the exception for a part of the query that has no meaning. */
  QuerySyntaxException(String part) {
    super(null, null, false, false);
    this.part = part;
  }

  /** The part of the query that has no meaning; empty if it is the query as a whole. */
  String part() {
    return part;
  }
}
