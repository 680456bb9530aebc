package org.mingzhang.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query as a tree. Immutable; {@link #print} gives a query that {@link QueryParser} reads to the
 * same tree.
 */
public sealed interface QueryNode {

  /** The query in its own language. */
  String print();

  /** All of the nodes; an inner {@link And} gives up its own, {@link Everything} asks nothing. */
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
   * Any of the nodes; an inner {@link Or} gives up its own.
   *
   * @param nodes at least one
   */
  static QueryNode anyOf(List<QueryNode> nodes) {
    return nodes.size() == 1
        ? nodes.getFirst()
        : new Or(
            nodes.stream()
                .flatMap(n -> n instanceof Or or ? or.nodes().stream() : Stream.of(n))
                .toList());
  }

  /** The opposite of this node. */
  default QueryNode negated() {
    return this instanceof Not not ? not.node() : new Not(this);
  }

  /** The node as part of another one: in brackets where it would be torn apart otherwise. */
  default String printInner() {
    return this instanceof And || this instanceof Or ? "(" + print() + ")" : print();
  }

  /** Finds all. */
  record Everything() implements QueryNode {
    @Override
    public String print() {
      return "*";
    }
  }

  /**
   * A run of text between spaces, found by its words or as it stands.
   *
   * @param text the run, without operators
   */
  record Words(String text) implements QueryNode {
    @Override
    public String print() {
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
    public String print() {
      return '"' + text + '"';
    }
  }

  /**
   * Strings near each other, in any order.
   *
   * @param text the strings, separated by white space
   * @param distance characters that may stand between them at most
   */
  record Near(String text, int distance) implements QueryNode {
    @Override
    public String print() {
      return '"' + text + "\"~" + distance;
    }
  }

  /**
   * A string with gaps: {@code *} for up to some characters, {@code ?} for one.
   *
   * @param text the string
   */
  record Wildcard(String text) implements QueryNode {
    @Override
    public String print() {
      return text;
    }
  }

  /**
   * A word in Latin letters that may be misspelled.
   *
   * @param text the word
   * @param edits letters that may differ, 1 or 2
   */
  record Fuzzy(String text, int edits) implements QueryNode {
    @Override
    public String print() {
      return text + "~" + edits;
    }
  }

  /**
   * A query on one field.
   *
   * @param field the field
   * @param value what it must hold
   */
  record InField(QueryField field, QueryNode value) implements QueryNode {
    @Override
    public String print() {
      return field.id() + ":" + value.printInner();
    }
  }

  /**
   * A range of numbers, both ends included unless said otherwise.
   *
   * @param field the field
   * @param from lowest number, amounts in 元; null for no bound
   * @param fromIncluded whether it is included
   * @param to highest number; null for no bound
   * @param toIncluded whether it is included
   */
  record Range(
      QueryField field,
      @Nullable BigDecimal from,
      boolean fromIncluded,
      @Nullable BigDecimal to,
      boolean toIncluded)
      implements QueryNode {
    @Override
    public String print() {
      String unit = field.isMoney() ? "元" : "";
      if (from != null && to != null) {
        return field.id() + ":" + from.toPlainString() + ".." + to.toPlainString() + unit;
      }
      return from != null
          ? field.id() + ":" + (fromIncluded ? ">=" : ">") + from.toPlainString() + unit
          : field.id()
              + ":"
              + (toIncluded ? "<=" : "<")
              + (to == null ? "" : to.toPlainString())
              + unit;
    }
  }

  /**
   * What must not be.
   *
   * @param node the query
   */
  record Not(QueryNode node) implements QueryNode {
    @Override
    public String print() {
      return "-" + node.printInner();
    }
  }

  /**
   * All of several.
   *
   * @param nodes at least two
   */
  record And(List<QueryNode> nodes) implements QueryNode {
    /** Copies the list. */
    public And {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String print() {
      return nodes.stream().map(QueryNode::printInner).collect(Collectors.joining(" "));
    }
  }

  /**
   * Any of several.
   *
   * @param nodes at least two
   */
  record Or(List<QueryNode> nodes) implements QueryNode {
    /** Copies the list. */
    public Or {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String print() {
      return nodes.stream().map(QueryNode::printInner).collect(Collectors.joining(" OR "));
    }
  }
}
