package org.mingzhang.statement;

/** Turns offsets of a folded text into spans of its section. */
@FunctionalInterface
interface SpanMapper {
  /** The span of the folded characters from {@code start} to before {@code end}. */
  Span span(int start, int end);
}
