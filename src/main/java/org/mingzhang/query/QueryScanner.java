package org.mingzhang.query;

import java.util.Optional;

/** Walks through the clauses of a query; used by {@link QueryParser}, once for one query. */
final class QueryScanner {
  private static final String COLON = ":：";

  private final QueryCursor in;

  QueryScanner(String text) {
    this.in = new QueryCursor(text);
  }

  /** A sign before a clause. */
  enum Sign {
    NONE,
    MUST,
    NOT
  }

  boolean atEnd() {
    return in.atEnd();
  }

  void skipSpace() {
    in.skipSpace();
  }

  /** Whether another clause follows. */
  boolean atClause() {
    in.skipSpace();
    return !in.atEnd() && !in.at(QueryCursor.CLOSE) && !atOr();
  }

  private boolean atOr() {
    int before = in.place();
    boolean or = takeOr();
    in.moveTo(before);
    return or;
  }

  boolean takeOpen() {
    return in.take(QueryCursor.OPEN);
  }

  boolean takeClose() {
    in.skipSpace();
    return in.take(QueryCursor.CLOSE);
  }

  boolean takeOr() {
    in.skipSpace();
    return in.takeWord("OR") || in.takeOneOrTwo("|｜") || in.takeAny("【或】", "[或]");
  }

  boolean takeAnd() {
    in.skipSpace();
    return in.takeWord("AND") || in.takeOneOrTwo("&＆") || in.takeAny("【与】", "[与]");
  }

  /** Takes a sign before a clause, if one stands here. */
  Sign takeSign() {
    in.skipSpace();
    if (in.takeWord("NOT") || in.takeAny("【非】", "[非]") || in.take("-－!！")) {
      return Sign.NOT;
    }
    return in.take("+＋") ? Sign.MUST : Sign.NONE;
  }

  /** Takes the name of a known field and the colon behind it. */
  Optional<QueryField> takeField() {
    int start = in.place();
    int end = start;
    while (end < in.length() && isName(in.charAt(end))) {
      end++;
    }
    if (end == start || !in.in(COLON, end) || !valueFrom(end + 1)) {
      return Optional.empty();
    }
    Optional<QueryField> field = QueryField.of(in.between(start, end));
    if (field.isPresent()) {
      in.moveTo(end + 1);
    }
    return field;
  }

  private boolean valueFrom(int place) {
    int value = in.afterSpace(place);
    return value < in.length() && !in.in(QueryCursor.CLOSE, value);
  }

  /** Takes the characters up to the next space or bracket, without quotation marks. */
  String takeRun() {
    int start = in.place();
    while (!in.ends(in.place())) {
      in.next();
    }
    return QueryText.withoutQuotes(in.between(start, in.place()));
  }

  /**
   * Takes a phrase or a word.
   *
   * @throws QuerySyntaxException if neither stands here
   */
  QueryToken takeToken() {
    return QueryToken.take(in);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
