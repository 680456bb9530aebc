package org.mingzhang.web.chart;

import java.util.List;

/**
 * The data of a chart.
 *
 * @param title title with unit
 * @param description the content in words, for screen readers
 * @param columns names of the columns, usually years, in order
 * @param series its rows
 */
public record ChartData(
    String title, String description, List<String> columns, List<ChartSeries> series) {}
