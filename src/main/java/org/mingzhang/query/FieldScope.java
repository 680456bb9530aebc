package org.mingzhang.query;

import java.util.List;

/** A field that stands before a value or a group; used by {@link QueryParser}. */
final class FieldScope {
  private final QueryField field;
  private final List<QueryNotice> notices;

  /**
   * @param notices where it is noted what was read otherwise than typed
   */
  FieldScope(QueryField field, List<QueryNotice> notices) {
    this.field = field;
    this.notices = notices;
  }

  /** Hands the field down to each value of a group: {@code year:(2023 OR 2024)}. */
  QueryNode over(QueryNode node) {
    return switch (node) {
      case QueryNode.And and -> QueryNode.allOf(and.nodes().stream().map(this::over).toList());
      case QueryNode.Or or -> QueryNode.anyOf(or.nodes().stream().map(this::over).toList());
      case QueryNode.Not not -> over(not.node()).negated();
      case QueryNode.Words words -> value(words, words.text());
      case QueryNode.Phrase phrase -> value(phrase, phrase.text());
      case QueryNode.Wildcard wildcard -> value(wildcard, wildcard.text());
      case QueryNode.Near near -> value(new QueryNode.Phrase(near.text()), near.text());
      case QueryNode.Fuzzy fuzzy -> value(new QueryNode.Words(fuzzy.text()), fuzzy.text());
      default -> node;
    };
  }

  private QueryNode value(QueryNode node, String text) {
    return field.number() != null ? number(text) : new QueryNode.InField(field, node);
  }

  /**
   * The range of numbers that a text states.
   *
   * @throws QuerySyntaxException if it states none
   */
  QueryNode number(String text) {
    QueryNode range = RangeReader.read(field, text, notices);
    if (range == null) {
      throw new QuerySyntaxException();
    }
    return range;
  }
}
