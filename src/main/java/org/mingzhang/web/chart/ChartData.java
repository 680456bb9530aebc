package org.mingzhang.web.chart;

import java.util.List;

/**
 * What a chart is about.
 *
 * @param title what it shows, with unit
 * @param description the same in words, for those who do not see it
 * @param columns names of the columns, mostly years, in order
 * @param series its rows
 */
public record ChartData(
    String title, String description, List<String> columns, List<Series> series) {}
