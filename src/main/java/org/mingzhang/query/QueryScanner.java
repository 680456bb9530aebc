package org.mingzhang.query;

import java.util.List;
import java.util.Optional;

/** Tokenizer of the query language; used by {@link QueryParser} for a single query. */
final class QueryScanner {
  private static final String COLON = ":：";

  private final QueryCharStream in;

  QueryScanner(String text) {
    this.in = new QueryCharStream(text);
  }

  /** A prefix operator of a clause. */
  enum PrefixOperator {
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

  /**
   * Skips spaces and returns whether a clause follows, rather than the end of the query, a closing
   * parenthesis or an OR operator.
   */
  boolean isAtClause() {
    in.skipSpace();
    return !in.isAtEnd() && !in.isNextOneOf(QueryCharStream.CLOSING_PARENTHESES) && !isAtOr();
  }

  private boolean isAtOr() {
    int before = in.position();
    boolean or = consumeOr();
    in.moveTo(before);
    return or;
  }

  boolean consumeOpeningParenthesis() {
    return in.consumeIfAnyOf(QueryCharStream.OPENING_PARENTHESES);
  }

  boolean consumeClosingParenthesis() {
    in.skipSpace();
    return in.consumeIfAnyOf(QueryCharStream.CLOSING_PARENTHESES);
  }

  /** Skips spaces and consumes an OR operator; returns false if there is none. */
  boolean consumeOr() {
    in.skipSpace();
    return in.consumeKeyword("OR") || in.consumeOneOrTwo("|｜") || in.consumeIfAnyWord("【或】", "[或]");
  }

  /** Skips spaces and consumes an AND operator; returns false if there is none. */
  boolean consumeAnd() {
    in.skipSpace();
    return in.consumeKeyword("AND")
        || in.consumeOneOrTwo("&＆")
        || in.consumeIfAnyWord("【与】", "[与]");
  }

  /** Skips spaces and consumes a prefix operator; {@link PrefixOperator#NONE} if there is none. */
  PrefixOperator consumePrefixOperator() {
    in.skipSpace();
    if (in.consumeKeyword("NOT")
        || in.consumeIfAnyWord("【非】", "[非]")
        || in.consumeIfAnyOf("-－!！")) {
      return PrefixOperator.NOT;
    }
    return in.consumeIfAnyOf("+＋") ? PrefixOperator.MUST : PrefixOperator.NONE;
  }

  /**
   * Consumes the name of a known field and the colon after it. Empty, with nothing consumed, if
   * there is none or no value follows; adds a notice for a word before an ASCII colon that is no
   * field.
   *
   * @param notices receives {@link QueryNotices#unknownField}
   */
  Optional<QueryField> consumeFieldPrefix(List<QueryNotice> notices) {
    int start = in.position();
    int end = start;
    while (end < in.length() && isNameCharacter(in.charAt(end))) {
      end++;
    }
    if (end == start || !in.isOneOfAt(COLON, end) || !isValueAt(end + 1)) {
      return Optional.empty();
    }
    Optional<QueryField> field = QueryField.findByName(in.substring(start, end));
    if (field.isPresent()) {
      in.moveTo(end + 1);
    } else if (in.isOneOfAt(":", end)
        && Character.isLetter(in.charAt(start))
        && !in.isOneOfAt("/ ", end + 1)) {
      notices.add(QueryNotices.unknownField(in.substring(start, end)));
    }
    return field;
  }

  private boolean isValueAt(int index) {
    int value = in.skipSpaceFrom(index);
    return value < in.length() && !in.isOneOfAt(QueryCharStream.CLOSING_PARENTHESES, value);
  }

  /**
   * Consumes the characters up to the next space or parenthesis and returns them without quotation
   * marks; empty if there are none.
   */
  String consumeUnquotedText() {
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
  QueryToken consumeToken() {
    return QueryToken.consume(in);
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
