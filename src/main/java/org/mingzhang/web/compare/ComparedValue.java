package org.mingzhang.web.compare;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;

/**
 * A value of an indicator or topic found in a document.
 *
 * @param hit the indicator row or the section that states it
 * @param year the year to which it applies
 * @param rank rank of its match, 0 for the best
 * @param value its number, null for text
 * @param shown its text in tables
 * @param note what the value is measured by: the target of a result, or points earned and possible;
 *     or empty
 */
public record ComparedValue(
    Hit hit, int year, int rank, @Nullable BigDecimal value, String shown, String note) {}
