package org.mingzhang.structure.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Section;
import org.mingzhang.text.CompactText;

/**
 * Reads the budget line of a performance form that lost its cells: its lines stand as paragraphs
 * before the indicators. A row of amounts is read in the order of the columns named before it:
 * {@code 预算数（A） 执行数（B） 执行率（B/A） 部门整体支出总额 360.05 465.38 129.25%}.
 */
final class FormLines {
  private static final Pattern FORM = Pattern.compile("(?:自评|评价|绩效|目标).*表$");
  private static final Pattern INDICATORS = Pattern.compile("一级指标|三级指标|年度(?:绩效)?目标\\d?[:(]");
  private static final String NUMBER = "(\\d[\\d,]*(?:\\.\\d+)?)(万元|元)?";
  private static final Pattern PART =
      Pattern.compile("(?<name>基本支出|项目支出)总额:?(?:\\(万元\\))?" + NUMBER);
  private static final Pattern COLUMN =
      Pattern.compile("年初预算数?|全年预算数?|预算数|全年执行数?|执行数|(?<rate>执行率|分值|得分)");
  private static final Pattern ROW =
      Pattern.compile(
          "(?:支出总额|资金总额|合计|总计|总额)(?:\\(万元\\))?:?(?<amounts>(?: ?"
              + NUMBER
              + "(?![\\d.]*[%)])){1,3})");
  private static final Pattern AMOUNT = Pattern.compile(NUMBER);
  private static final Pattern PROJECT =
      Pattern.compile("项目(?:支出)?名称:?(\\p{IsHan}[^:]{1,40}?)(?=主管部门|项目编码|实施单位|项目单位|预算执行)");

  private final FigureContext context;
  private final StringBuilder text = new StringBuilder();
  private int page;

  FormLines(FigureContext context) {
    this.context = context;
  }

  /** The figures in reading order; none where the section is no form or its unit is not said. */
  List<Figure> read() {
    Section section = context.section();
    if (!FORM.matcher(CompactText.of(section.title()).text()).find()) {
      return List.of();
    }
    for (Section.Part part : section.body()) {
      if (!(part instanceof Section.Paragraph paragraph)) {
        break;
      }
      page = text.isEmpty() ? paragraph.page() : page;
      text.append(paragraph.text()).append('\n');
    }
    String form = CompactText.of(text.toString()).text();
    Matcher end = INDICATORS.matcher(form);
    String head = end.find() ? form.substring(0, end.start()) : form;
    return head.contains("万元") ? figures(head) : List.of();
  }

  private List<Figure> figures(String form) {
    List<Figure> figures = new ArrayList<>();
    Matcher part = PART.matcher(form);
    while (part.find()) {
      figures.add(figure(part.group("name"), null, part.group(2), part.group(3), part.group()));
    }
    Matcher row = ROW.matcher(form);
    while (row.find()) {
      List<String> columns = columns(form.substring(0, row.start()));
      List<MatchResult> amounts = AMOUNT.matcher(row.group("amounts")).results().toList();
      boolean whole = row.group().startsWith("支出总额") && form.startsWith("部门整体", row.start() - 4);
      for (int i = 0; i < columns.size() && amounts.size() == columns.size(); i++) {
        MatchResult amount = amounts.get(i);
        String name = (whole ? "部门整体支出" : "项目") + columns.get(i);
        figures.add(
            figure(
                name, whole ? null : project(form), amount.group(1), amount.group(2), row.group()));
      }
    }
    return figures;
  }

  /** The money columns named last, from left to right; none without a head. */
  private static List<String> columns(String before) {
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(before);
    boolean closed = true;
    while (column.find()) {
      if (column.group("rate") != null) {
        closed = true;
        continue;
      }
      if (closed) {
        columns.clear();
      }
      closed = false;
      columns.add(column.group().replaceFirst("(?<=预算|执行)$", "数").replaceFirst("全年执行", "执行"));
    }
    return columns;
  }

  private @Nullable String project(String form) {
    Matcher named = PROJECT.matcher(form);
    return named.find() ? named.group(1) : context.project();
  }

  private Figure figure(
      String name, @Nullable String item, String value, @Nullable String unit, String quote) {
    return new Figure(
        context.section().path(),
        name,
        item,
        null,
        value.replace(",", ""),
        Objects.requireNonNullElse(unit, "万元"),
        context.year(),
        quote,
        page,
        true);
  }
}
