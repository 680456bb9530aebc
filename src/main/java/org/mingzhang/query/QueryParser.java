package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a reader typed. Never throws: what does not follow the grammar is searched literally,
 * with a notice that says so.
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
 * Full-width forms of all signs count as well, and a phrase may stand in “ ”, 「 」 or 『 』. The
 * operators in Latin letters are upper case; the words 或, 与 and 非 are words unless they stand in
 * 【】. A phrase that touches a word is one exact string with it ({@code "三公"经费}); but marks as
 * authors set them, “三公”经费, leave the run a word. Names of fields: {@link QueryField}. Used once
 * for one query.
 */
public final class QueryParser {
  /** Longest query that is read, in UTF-16 units; the rest is left out. */
  public static final int LONGEST_QUERY = 1000;

  private static final Pattern SIGNS_AT_END = Pattern.compile("([:：~～]|[~～]\\d+)+$");
  private static final Pattern STARS = Pattern.compile("\\*+");

  private static final int DEEPEST = 16;
  private static final int MOST_NODES = 128;

  private final QueryScanner in;
  private final List<QueryNotice> notices = new ArrayList<>();
  private int depth;
  private int nodes;
  private boolean insistent;

  private QueryParser(String text) {
    this.in = new QueryScanner(text);
  }

  /** Reads a query. */
  public static ParsedQuery parse(String typed) {
    String text = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
    QueryParser parser = new QueryParser(text);
    if (text.length() < typed.length()) {
      parser.notices.add(QueryNotices.TOO_LONG);
    }
    try {
      QueryNode node = parser.query();
      return new ParsedQuery(node, parser.notices, parser.insistent);
    } catch (QuerySyntaxException e) {
      parser.notices.add(QueryNotices.TAKEN_LITERALLY);
      return new ParsedQuery(literally(text), parser.notices, false);
    }
  }

  /** The words of a text, whatever signs stand between them. */
  static QueryNode literally(String text) {
    List<QueryNode> words = new ArrayList<>();
    for (String run : QueryText.plainRuns(text)) {
      if (words.size() < MOST_NODES) {
        words.add(new QueryNode.Words(run));
      }
    }
    return QueryNode.allOf(words);
  }

  private QueryNode query() {
    in.skipSpace();
    if (in.atEnd()) {
      return new QueryNode.Everything();
    }
    QueryNode node = or();
    if (!in.atEnd()) {
      throw new QuerySyntaxException();
    }
    return node;
  }

  private QueryNode or() {
    if (++depth > DEEPEST) {
      throw new QuerySyntaxException();
    }
    List<QueryNode> nodes = new ArrayList<>();
    nodes.add(and());
    while (in.takeOr()) {
      nodes.add(and());
    }
    depth--;
    return QueryNode.anyOf(nodes);
  }

  private QueryNode and() {
    List<QueryNode> nodes = new ArrayList<>();
    boolean required = true;
    while (required || in.atClause()) {
      nodes.add(clause());
      required = false;
      while (in.takeAnd()) {
        required = true;
        insistent = true;
      }
    }
    return QueryNode.allOf(nodes);
  }

  private QueryNode clause() {
    boolean negative = false;
    for (QueryScanner.Sign sign = in.takeSign();
        sign != QueryScanner.Sign.NONE;
        sign = in.takeSign()) {
      negative ^= sign == QueryScanner.Sign.NOT;
      insistent |= sign == QueryScanner.Sign.MUST;
    }
    QueryNode node = primary();
    return negative ? node.negated() : node;
  }

  private QueryNode primary() {
    if (++nodes > MOST_NODES) {
      throw new QuerySyntaxException();
    }
    in.skipSpace();
    if (in.atEnd()) {
      throw new QuerySyntaxException();
    }
    if (in.takeOpen()) {
      return group();
    }
    Optional<QueryField> field = in.takeField();
    return field.isPresent() ? field(field.get()) : value();
  }

  private QueryNode group() {
    QueryNode node = or();
    if (!in.takeClose()) {
      throw new QuerySyntaxException();
    }
    return node;
  }

  private QueryNode field(QueryField field) {
    FieldScope scope = new FieldScope(field, notices);
    in.skipSpace();
    if (in.takeOpen()) {
      QueryNode inner = group();
      return inner instanceof QueryNode.Everything ? inner : scope.over(inner);
    }
    return field.number() != null ? scope.number(in.takeRun()) : scope.over(value());
  }

  private QueryNode value() {
    QueryToken token = in.takeToken();
    if (token.unclosed()) {
      notices.add(QueryNotices.QUOTE_CLOSED);
    }
    if (token.quoted()) {
      return quoted(token);
    }
    String text = SIGNS_AT_END.matcher(token.text()).replaceAll("");
    if (text.isEmpty() || QueryText.isOperator(text)) {
      throw new QuerySyntaxException();
    }
    return unquoted(text, token.tilde());
  }

  private QueryNode quoted(QueryToken token) {
    Integer distance = token.tilde();
    if (token.text().isBlank()) {
      return new QueryNode.Everything();
    }
    return distance == null || token.text().strip().indexOf(' ') < 0
        ? new QueryNode.Phrase(token.text())
        : new QueryNode.Near(token.text(), Math.min(distance, QueryToken.FARTHEST));
  }

  private static QueryNode unquoted(String text, @Nullable Integer tilde) {
    if (tilde != null && text.chars().allMatch(c -> c < 0x250 && Character.isLetterOrDigit(c))) {
      return new QueryNode.Fuzzy(text, tilde == 2 ? 2 : 1);
    }
    String stars = STARS.matcher(text).replaceAll("*");
    if (QueryText.isPattern(stars)) {
      return new QueryNode.Wildcard(stars);
    }
    return stars.indexOf('*') < 0 && stars.indexOf('?') < 0
        ? new QueryNode.Words(text)
        : literally(text);
  }
}
