package org.mingzhang.query;

import java.util.List;

/**
 * A field prefix of a query ({@code year:}), which applies to the value or group after it; used by
 * {@link QueryParser}.
 */
final class FieldClause {
  private final QueryField field;
  private final List<QueryNotice> notices;

  /**
   * Creates a clause.
   *
   * @param notices receives notices of how values were interpreted
   */
  FieldClause(QueryField field, List<QueryNotice> notices) {
    this.field = field;
    this.notices = notices;
  }

  /**
   * Applies the field to each value of a group: {@code year:(2023 OR 2024)}. Unless the field is
   * numeric, a proximity clause becomes a phrase and a fuzzy word a plain one; nodes that have a
   * field already are unchanged.
   *
   * @throws QuerySyntaxException if the field is numeric and a value is not a number, date or range
   */
  QueryNode apply(QueryNode node) {
    return switch (node) {
      case QueryNode.And and -> QueryNode.allOf(and.nodes().stream().map(this::apply).toList());
      case QueryNode.Or or -> QueryNode.anyOf(or.nodes().stream().map(this::apply).toList());
      case QueryNode.Not not -> apply(not.node()).negate();
      case QueryNode.Words words -> applyToValue(words, words.text());
      case QueryNode.Phrase phrase -> applyToValue(phrase, phrase.text());
      case QueryNode.Wildcard wildcard -> applyToValue(wildcard, wildcard.text());
      case QueryNode.Near near -> applyToValue(new QueryNode.Phrase(near.text()), near.text());
      case QueryNode.Fuzzy fuzzy -> applyToValue(new QueryNode.Words(fuzzy.text()), fuzzy.text());
      default -> node;
    };
  }

  private QueryNode applyToValue(QueryNode node, String text) {
    return field.number() != null ? parseRange(text) : new QueryNode.InField(field, node);
  }

  /**
   * Parses a number, a date or a range of either as a range of the field; adds a notice if an
   * amount has no unit.
   *
   * @throws QuerySyntaxException if the text is neither a number nor a date nor a range of them
   */
  QueryNode parseRange(String text) {
    QueryNode range = NumericRangeParser.parse(field, text, notices);
    if (range == null) {
      throw new QuerySyntaxException(text);
    }
    return range;
  }
}
