package org.mingzhang.statement.token;

import org.mingzhang.statement.Span;

/** Maps offsets of a folded text to spans of its section. */
@FunctionalInterface
public interface SpanMapper {
  /** The span of the folded characters from {@code start} to before {@code end}. */
  Span span(int start, int end);
}
