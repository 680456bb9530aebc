package org.mingzhang.search;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a series.
 *
 * @param agency who states it, or null
 * @param region region path, empty if not stated
 * @param year fiscal year of the document, or null
 * @param amount the amount in 元
 * @param hit the figure
 */
public record FigurePoint(
    @Nullable String agency,
    List<String> region,
    @Nullable Integer year,
    BigDecimal amount,
    Hit hit) {}
