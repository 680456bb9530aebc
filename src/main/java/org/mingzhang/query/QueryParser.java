package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser of the query language. Never throws: a query with a syntax error is searched literally,
 * and a notice is added.
 *
 * <pre>
 * query   := or?
 * or      := and ( ( "OR" | "|" | "||" | "【或】" ) and )*
 * and     := clause ( ( "AND" | "&amp;" | "&amp;&amp;" | "【与】" )? clause )*
 * clause  := ( "NOT" | "-" | "!" | "【非】" | "+" )* primary
 * primary := "(" or ")" | field | phrase | word
 * field   := NAME ":" ( range | "(" or ")" | phrase | word )
 * range   := ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "=" ) number | number? ".." number?
 * phrase  := quote text quote ( "~" digits )?
 * word    := run of other characters ( "~" digit? )?, with * and ? as wildcards
 * </pre>
 *
 * Full-width forms of all operators are accepted, and a phrase may be quoted with “ ”, 「 」 or 『 』.
 * Operator words are upper-case Latin letters; 或, 与 and 非 are operators only inside 【】. A phrase
 * adjacent to a word forms one exact string with it ({@code "三公"经费}), except that typographic
 * quotation marks, as in “三公”经费, are part of the word. Field names: {@link QueryField}. An instance
 * parses a single query.
 */
public final class QueryParser {
  /** Maximum length of a query in UTF-16 code units; the rest is ignored. */
  public static final int MAX_QUERY_LENGTH = 1000;

  private static final Pattern TRAILING_OPERATORS = Pattern.compile("([:：~～]|[~～]\\d+)+$");
  private static final Pattern STARS = Pattern.compile("\\*+");

  private static final int MAX_DEPTH = 16;
  private static final int MAX_NODES = 128;

  private final QueryScanner in;
  private final List<QueryNotice> notices = new ArrayList<>();
  private int nestingDepth;
  private int nodeCount;
  private boolean hasExplicitAnd;

  private QueryParser(String text) {
    this.in = new QueryScanner(text);
  }

  /**
   * Parses a query of which only the first {@link #MAX_QUERY_LENGTH} characters are used. If it has
   * a syntax error, more than {@link #MAX_NODES} clauses, or groups nested deeper than {@link
   * #MAX_DEPTH}, it is searched literally, with a notice. A blank query becomes {@link
   * QueryNode.Everything}.
   */
  public static ParsedQuery parse(String typed) {
    String text = typed.length() > MAX_QUERY_LENGTH ? typed.substring(0, MAX_QUERY_LENGTH) : typed;
    QueryParser parser = new QueryParser(text);
    if (text.length() < typed.length()) {
      parser.notices.add(QueryNotices.TOO_LONG);
    }
    try {
      QueryNode node = parser.parseQuery();
      return new ParsedQuery(node, parser.notices, parser.hasExplicitAnd);
    } catch (QuerySyntaxException e) {
      parser.notices.add(QueryNotices.takenLiterally(e.part()));
      return new ParsedQuery(parseLiterally(text), parser.notices, false);
    }
  }

  /**
   * The conjunction of the first {@link #MAX_NODES} words of a text, ignoring all operators; {@link
   * QueryNode.Everything} if there are none.
   */
  static QueryNode parseLiterally(String text) {
    List<QueryNode> words = new ArrayList<>();
    for (String run : QueryCharacters.literalWords(text)) {
      if (words.size() < MAX_NODES) {
        words.add(new QueryNode.Words(run));
      }
    }
    return QueryNode.allOf(words);
  }

  private QueryNode parseQuery() {
    in.skipSpace();
    if (in.isAtEnd()) {
      return new QueryNode.Everything();
    }
    QueryNode node = parseOr();
    if (!in.isAtEnd()) {
      throw new QuerySyntaxException();
    }
    return node;
  }

  private QueryNode parseOr() {
    if (++nestingDepth > MAX_DEPTH) {
      throw new QuerySyntaxException();
    }
    List<QueryNode> nodes = new ArrayList<>();
    nodes.add(parseAnd());
    while (in.consumeOr()) {
      nodes.add(parseAnd());
    }
    nestingDepth--;
    return QueryNode.anyOf(nodes);
  }

  private QueryNode parseAnd() {
    List<QueryNode> nodes = new ArrayList<>();
    boolean required = true;
    while (required || in.isAtClause()) {
      nodes.add(parseClause());
      required = false;
      while (in.consumeAnd()) {
        required = true;
        hasExplicitAnd = true;
      }
    }
    return QueryNode.allOf(nodes);
  }

  private QueryNode parseClause() {
    boolean negative = false;
    for (QueryScanner.PrefixOperator sign = in.consumePrefixOperator();
        sign != QueryScanner.PrefixOperator.NONE;
        sign = in.consumePrefixOperator()) {
      negative ^= sign == QueryScanner.PrefixOperator.NOT;
      hasExplicitAnd |= sign == QueryScanner.PrefixOperator.MUST;
    }
    QueryNode node = parsePrimary();
    return negative ? node.negate() : node;
  }

  private QueryNode parsePrimary() {
    if (++nodeCount > MAX_NODES) {
      throw new QuerySyntaxException();
    }
    in.skipSpace();
    if (in.isAtEnd()) {
      throw new QuerySyntaxException();
    }
    if (in.consumeOpeningParenthesis()) {
      return parseGroup();
    }
    Optional<QueryField> field = in.consumeFieldPrefix(notices);
    return field.isPresent() ? parseField(field.get()) : parseValue();
  }

  private QueryNode parseGroup() {
    QueryNode node = parseOr();
    if (!in.consumeClosingParenthesis()) {
      throw new QuerySyntaxException();
    }
    return node;
  }

  private QueryNode parseField(QueryField field) {
    FieldClause scope = new FieldClause(field, notices);
    in.skipSpace();
    if (in.consumeOpeningParenthesis()) {
      QueryNode inner = parseGroup();
      return inner instanceof QueryNode.Everything ? inner : scope.apply(inner);
    }
    return field.number() != null
        ? scope.parseRange(in.consumeUnquotedText())
        : scope.apply(parseValue());
  }

  private QueryNode parseValue() {
    QueryToken token = in.consumeToken();
    if (token.isUnclosed()) {
      notices.add(QueryNotices.QUOTE_CLOSED);
    }
    if (token.isQuoted()) {
      return toQuotedNode(token);
    }
    String text = TRAILING_OPERATORS.matcher(token.text()).replaceAll("");
    if (text.isEmpty() || QueryCharacters.isOperator(text)) {
      throw new QuerySyntaxException();
    }
    return toUnquotedNode(text, token.tildeNumber());
  }

  private QueryNode toQuotedNode(QueryToken token) {
    Integer distance = token.tildeNumber();
    if (token.text().isBlank()) {
      return new QueryNode.Everything();
    }
    return distance == null || token.text().strip().indexOf(' ') < 0
        ? new QueryNode.Phrase(token.text())
        : new QueryNode.Near(token.text(), Math.min(distance, QueryToken.MAX_PHRASE_DISTANCE));
  }

  private static QueryNode toUnquotedNode(String text, @Nullable Integer tildeNumber) {
    if (tildeNumber != null
        && text.chars().allMatch(c -> c < 0x250 && Character.isLetterOrDigit(c))) {
      return new QueryNode.Fuzzy(text, tildeNumber == 2 ? 2 : 1);
    }
    String stars = STARS.matcher(text).replaceAll("*");
    if (QueryCharacters.isWildcardPattern(stars)) {
      return new QueryNode.Wildcard(stars);
    }
    return stars.indexOf('*') < 0 && stars.indexOf('?') < 0
        ? new QueryNode.Words(text)
        : parseLiterally(text);
  }
}
