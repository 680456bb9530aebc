package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    return conjunction(words);
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
    return nodes.size() == 1 ? nodes.getFirst() : new QueryNode.Or(flattenOr(nodes));
  }

  private static List<QueryNode> flattenOr(List<QueryNode> nodes) {
    return nodes.stream()
        .flatMap(
            n -> n instanceof QueryNode.Or or ? or.nodes().stream() : java.util.stream.Stream.of(n))
        .toList();
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
    return conjunction(nodes);
  }

  private static QueryNode conjunction(List<QueryNode> nodes) {
    List<QueryNode> flat =
        nodes.stream()
            .flatMap(
                n ->
                    n instanceof QueryNode.And and
                        ? and.nodes().stream()
                        : java.util.stream.Stream.of(n))
            .filter(n -> !(n instanceof QueryNode.Everything))
            .toList();
    return switch (flat.size()) {
      case 0 -> new QueryNode.Everything();
      case 1 -> flat.getFirst();
      default -> new QueryNode.And(flat);
    };
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
    return negative ? negated(node) : node;
  }

  private static QueryNode negated(QueryNode node) {
    return node instanceof QueryNode.Not not ? not.node() : new QueryNode.Not(node);
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
    in.skipSpace();
    if (in.takeOpen()) {
      QueryNode inner = group();
      return inner instanceof QueryNode.Everything ? inner : within(field, inner);
    }
    if (field.number() != null) {
      String run = in.takeRun();
      QueryNode range = RangeReader.read(field, run, notices);
      if (range == null) {
        throw new QuerySyntaxException();
      }
      return range;
    }
    return within(field, value());
  }

  /** Hands a field down to each value of a group: {@code year:(2023 OR 2024)}. */
  private QueryNode within(QueryField field, QueryNode node) {
    return switch (node) {
      case QueryNode.And and ->
          conjunction(and.nodes().stream().map(n -> within(field, n)).toList());
      case QueryNode.Or or ->
          new QueryNode.Or(or.nodes().stream().map(n -> within(field, n)).toList());
      case QueryNode.Not not -> negated(within(field, not.node()));
      case QueryNode.Words words when field.number() != null -> number(field, words.text());
      case QueryNode.Phrase phrase when field.number() != null -> number(field, phrase.text());
      case QueryNode.Wildcard wildcard when field.number() != null ->
          number(field, wildcard.text());
      case QueryNode.Near near when field.number() != null -> number(field, near.text());
      case QueryNode.Fuzzy fuzzy when field.number() != null -> number(field, fuzzy.text());
      case QueryNode.Words words -> new QueryNode.InField(field, words);
      case QueryNode.Phrase phrase -> new QueryNode.InField(field, phrase);
      case QueryNode.Wildcard wildcard -> new QueryNode.InField(field, wildcard);
      case QueryNode.Near near -> new QueryNode.InField(field, new QueryNode.Phrase(near.text()));
      case QueryNode.Fuzzy fuzzy -> new QueryNode.InField(field, new QueryNode.Words(fuzzy.text()));
      default -> node;
    };
  }

  private QueryNode number(QueryField field, String text) {
    QueryNode range = RangeReader.read(field, text, notices);
    if (range == null) {
      throw new QuerySyntaxException();
    }
    return range;
  }

  private QueryNode value() {
    QueryScanner.Token token = in.takeToken();
    if (token.unclosed()) {
      notices.add(QueryNotices.QUOTE_CLOSED);
    }
    if (token.quoted()) {
      return quoted(token);
    }
    String text = token.text().replaceAll("([:：~～]|[~～]\\d+)+$", "");
    if (text.isEmpty() || QueryText.isOperator(text)) {
      throw new QuerySyntaxException();
    }
    return unquoted(text, token.tilde());
  }

  private QueryNode quoted(QueryScanner.Token token) {
    Integer distance = token.tilde();
    if (token.text().isBlank()) {
      return new QueryNode.Everything();
    }
    return distance == null || token.text().strip().indexOf(' ') < 0
        ? new QueryNode.Phrase(token.text())
        : new QueryNode.Near(token.text(), Math.min(distance, QueryScanner.FARTHEST));
  }

  private static QueryNode unquoted(String text, @Nullable Integer tilde) {
    if (tilde != null && text.chars().allMatch(c -> c < 0x250 && Character.isLetterOrDigit(c))) {
      return new QueryNode.Fuzzy(text, tilde == 2 ? 2 : 1);
    }
    String stars = text.replaceAll("\\*+", "*");
    if (QueryText.isPattern(stars)) {
      return new QueryNode.Wildcard(stars);
    }
    return stars.indexOf('*') < 0 && stars.indexOf('?') < 0
        ? new QueryNode.Words(text)
        : literally(text);
  }
}
