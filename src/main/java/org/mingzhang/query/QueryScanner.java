package org.mingzhang.query;

import java.util.Optional;

/** Tokenizer of the query language; used by {@link QueryParser} for a single query. */
final class QueryScanner {
  private static final String COLON = ":：";

  private final QueryCharStream in;

  QueryScanner(String text) {
    this.in = new QueryCharStream(text);
  }

  /** A prefix operator of a clause. */
  enum Sign {
    NONE,
    MUST,
    NOT
  }

  boolean isAtEnd() {
    return in.isAtEnd();
  }

  void skipSpace() {
    in.skipSpace();
  }

  /** Whether the next token starts a clause. */
  boolean isAtClause() {
    in.skipSpace();
    return !in.isAtEnd() && !in.isAtAny(QueryCharStream.CLOSE) && !isAtOr();
  }

  private boolean isAtOr() {
    int before = in.position();
    boolean or = takeOr();
    in.moveTo(before);
    return or;
  }

  boolean takeOpen() {
    return in.take(QueryCharStream.OPEN);
  }

  boolean takeClose() {
    in.skipSpace();
    return in.take(QueryCharStream.CLOSE);
  }

  boolean takeOr() {
    in.skipSpace();
    return in.takeKeyword("OR") || in.takeOneOrTwo("|｜") || in.takeAnyWord("【或】", "[或]");
  }

  boolean takeAnd() {
    in.skipSpace();
    return in.takeKeyword("AND") || in.takeOneOrTwo("&＆") || in.takeAnyWord("【与】", "[与]");
  }

  /** Consumes a prefix operator, if there is one. */
  Sign takeSign() {
    in.skipSpace();
    if (in.takeKeyword("NOT") || in.takeAnyWord("【非】", "[非]") || in.take("-－!！")) {
      return Sign.NOT;
    }
    return in.take("+＋") ? Sign.MUST : Sign.NONE;
  }

  /** Consumes the name of a known field and the colon after it. */
  Optional<QueryField> takeField() {
    int start = in.position();
    int end = start;
    while (end < in.length() && isName(in.charAt(end))) {
      end++;
    }
    if (end == start || !in.isAnyAt(COLON, end) || !isValueAt(end + 1)) {
      return Optional.empty();
    }
    Optional<QueryField> field = QueryField.findByName(in.substring(start, end));
    if (field.isPresent()) {
      in.moveTo(end + 1);
    }
    return field;
  }

  private boolean isValueAt(int index) {
    int value = in.skipSpaceFrom(index);
    return value < in.length() && !in.isAnyAt(QueryCharStream.CLOSE, value);
  }

  /**
   * Consumes the characters up to the next space or parenthesis and returns them without quotation
   * marks.
   */
  String takeUnquotedText() {
    int start = in.position();
    while (!in.isWordEnd(in.position())) {
      in.next();
    }
    return QueryCharacters.withoutQuotes(in.substring(start, in.position()));
  }

  /**
   * Consumes a phrase or a word.
   *
   * @throws QuerySyntaxException if there is neither
   */
  QueryToken takeToken() {
    return QueryToken.consume(in);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
