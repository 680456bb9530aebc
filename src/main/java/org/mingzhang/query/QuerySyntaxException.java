package org.mingzhang.query;

/** Thrown at a syntax error; {@link QueryParser} catches it. */
final class QuerySyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QuerySyntaxException() {
    super(null, null, false, false);
  }
}
