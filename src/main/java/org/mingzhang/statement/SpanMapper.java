package org.mingzhang.statement;

/** Maps offsets of a folded text to spans of its section. */
@FunctionalInterface
interface SpanMapper {
  /** The span of the folded characters from {@code start} to before {@code end}. */
  Span span(int start, int end);
}
