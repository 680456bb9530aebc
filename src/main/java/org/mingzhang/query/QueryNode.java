package org.mingzhang.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The syntax tree of a query. Immutable. For a tree made by {@link QueryParser}, {@link
 * #toQueryString} returns a query that is parsed to an equal tree.
 */
public sealed interface QueryNode {

  /** The query in the query language. */
  String toQueryString();

  /**
   * The conjunction of nodes; nested {@link And} nodes are flattened and {@link Everything} is
   * dropped. A single remaining node is returned itself, and {@link Everything} if there is none.
   */
  static QueryNode allOf(List<QueryNode> nodes) {
    List<QueryNode> flat =
        nodes.stream()
            .flatMap(n -> n instanceof And and ? and.nodes().stream() : Stream.of(n))
            .filter(n -> !(n instanceof Everything))
            .toList();
    return switch (flat.size()) {
      case 0 -> new Everything();
      case 1 -> flat.getFirst();
      default -> new And(flat);
    };
  }

  /**
   * The disjunction of nodes; nested {@link Or} nodes are flattened, and a single node is returned
   * itself.
   *
   * @param nodes at least one node
   */
  static QueryNode anyOf(List<QueryNode> nodes) {
    return nodes.size() == 1
        ? nodes.getFirst()
        : new Or(
            nodes.stream()
                .flatMap(n -> n instanceof Or or ? or.nodes().stream() : Stream.of(n))
                .toList());
  }

  /** The negation of this node; of a {@link Not}, the node that it negates. */
  default QueryNode negate() {
    return this instanceof Not not ? not.node() : new Not(this);
  }

  /** The node as an operand of another node, in parentheses if needed. */
  default String toInnerQueryString() {
    return this instanceof And || this instanceof Or
        ? "(" + toQueryString() + ")"
        : toQueryString();
  }

  /** Matches all rows. */
  record Everything() implements QueryNode {
    @Override
    public String toQueryString() {
      return "*";
    }
  }

  /**
   * A string without spaces, searched by its words or as a whole.
   *
   * @param text the string, without operators
   */
  record Words(String text) implements QueryNode {
    @Override
    public String toQueryString() {
      return text;
    }
  }

  /**
   * An exact string.
   *
   * @param text the string, without quotation marks
   */
  record Phrase(String text) implements QueryNode {
    @Override
    public String toQueryString() {
      return '"' + text + '"';
    }
  }

  /**
   * Strings near each other, in any order.
   *
   * @param text the strings, separated by spaces
   * @param distance maximum number of characters between them
   */
  record Near(String text, int distance) implements QueryNode {
    @Override
    public String toQueryString() {
      return '"' + text + "\"~" + distance;
    }
  }

  /**
   * A string with wildcards: {@code *} for several characters, {@code ?} for one.
   *
   * @param text the pattern
   */
  record Wildcard(String text) implements QueryNode {
    @Override
    public String toQueryString() {
      return text;
    }
  }

  /**
   * A Latin word to be searched with a maximum edit distance.
   *
   * @param text the word
   * @param edits maximum edit distance, 1 or 2
   */
  record Fuzzy(String text, int edits) implements QueryNode {
    @Override
    public String toQueryString() {
      return text + "~" + edits;
    }
  }

  /**
   * A query that must match in one field.
   *
   * @param field the field
   * @param value what it must contain
   */
  record InField(QueryField field, QueryNode value) implements QueryNode {
    @Override
    public String toQueryString() {
      return field.id() + ":" + value.toInnerQueryString();
    }
  }

  /**
   * A range of numbers.
   *
   * @param field the field
   * @param lowerBound lower bound, amounts in 元; null if unbounded
   * @param fromIncluded whether the lower bound is included
   * @param upperBound upper bound; null if unbounded
   * @param toIncluded whether the upper bound is included
   */
  record Range(
      QueryField field,
      @Nullable BigDecimal lowerBound,
      boolean fromIncluded,
      @Nullable BigDecimal upperBound,
      boolean toIncluded)
      implements QueryNode {
    @Override
    public String toQueryString() {
      String unit = field.isMoney() ? "元" : "";
      if (lowerBound != null && upperBound != null) {
        return field.id()
            + ":"
            + lowerBound.toPlainString()
            + ".."
            + upperBound.toPlainString()
            + unit;
      }
      return lowerBound != null
          ? field.id() + ":" + (fromIncluded ? ">=" : ">") + lowerBound.toPlainString() + unit
          : field.id()
              + ":"
              + (toIncluded ? "<=" : "<")
              + (upperBound == null ? "" : upperBound.toPlainString())
              + unit;
    }
  }

  /**
   * Negation of a query.
   *
   * @param node the query that must not match
   */
  record Not(QueryNode node) implements QueryNode {
    @Override
    public String toQueryString() {
      return "-" + node.toInnerQueryString();
    }
  }

  /**
   * Conjunction.
   *
   * @param nodes at least two nodes
   */
  record And(List<QueryNode> nodes) implements QueryNode {
    /** Makes an immutable copy of the list. */
    public And {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String toQueryString() {
      return nodes.stream().map(QueryNode::toInnerQueryString).collect(Collectors.joining(" "));
    }
  }

  /**
   * Disjunction.
   *
   * @param nodes at least two nodes
   */
  record Or(List<QueryNode> nodes) implements QueryNode {
    /** Makes an immutable copy of the list. */
    public Or {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String toQueryString() {
      return nodes.stream().map(QueryNode::toInnerQueryString).collect(Collectors.joining(" OR "));
    }
  }
}
