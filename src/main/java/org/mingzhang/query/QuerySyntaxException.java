package org.mingzhang.query;

/** A query does not follow the grammar; caught in {@link QueryParser}, never leaves it. */
final class QuerySyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QuerySyntaxException() {
    super(null, null, false, false);
  }
}
