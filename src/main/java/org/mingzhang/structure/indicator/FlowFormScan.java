package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;
import org.mingzhang.model.TextBlock;

/** One pass over lines that follow each other, for {@link FlowForms}; confined to one thread. */
final class FlowFormScan {
  private static final Pattern LABEL = Pattern.compile("年度绩效指标|年度绩效目标完成情况|绩效指标|年度绩效指标完成情况");
  private static final Pattern HEADING =
      Pattern.compile(
          "[一二三四五六七八九十]{1,3}、.*|第[一二三四五六七八九十]+部分.*|附件\\d*.*|.{2,40}(自评|绩效|目标|申报)表"
              + "|项目(支出)?名称.*|\\d{1,2}[.．、].{2,40}(情况|结果|说明)");
  private static final int MOST_LABEL_LINES = 6;
  private static final int MOST_GOAL_LINES = 6;

  /** One row of so many may be wrong where a form is believed. */
  private static final int MOST_WRONG = 10;

  private static final Pattern SIGNED = Pattern.compile("[≥≤=><＞＜≧≦＝]\\d.*");

  /** So many words on a line are the cells of a row. */
  private static final int CELLS = 5;

  private final List<TextBlock> blocks;
  private final List<FlowLine> lines;
  private final List<Block> result = new ArrayList<>();

  FlowFormScan(List<TextBlock> blocks) {
    this.blocks = List.copyOf(blocks);
    this.lines = blocks.stream().map(b -> FlowLine.of(b.text(), b.page())).toList();
  }

  List<Block> restored() {
    int at = 0;
    int copied = 0;
    while (at < lines.size()) {
      if (FlowHeader.at(lines, at) == null) {
        at++;
        continue;
      }
      int start = start(at, copied);
      int size = result.size();
      result.addAll(blocks.subList(copied, start));
      int end = form(start, at);
      if (end == at) {
        result.subList(size, result.size()).clear();
        at++;
        continue;
      }
      copied = end;
      at = end;
    }
    result.addAll(blocks.subList(copied, blocks.size()));
    return result;
  }

  /** The label of the block of rows stands before the header, the goal before the label. */
  private int start(int header, int least) {
    int label = header;
    StringBuilder text = new StringBuilder();
    for (int i = header - 1; i >= Math.max(least, header - MOST_LABEL_LINES); i--) {
      text.insert(0, lines.get(i).tight());
      if (LABEL.matcher(text).matches()) {
        label = i;
      }
    }
    for (int i = label - 1; i >= Math.max(least, label - MOST_GOAL_LINES); i--) {
      if (FormWords.numberedGoal(lines.get(i).tight()) != null) {
        return i;
      }
    }
    return label;
  }

  /**
   * The rows of one goal.
   *
   * @param goal the goal's line, empty where the form has one goal only
   * @param header header above the rows
   * @param rows the rows
   * @param page page of the header
   */
  private record Goal(String goal, FlowHeader header, FlowRows rows, int page) {}

  /**
   * Reads a form with all its goals.
   *
   * @return the first line after it, or its header where what is read can be no indicators
   */
  private int form(int start, int firstHeader) {
    List<Goal> goals = new ArrayList<>();
    int at = start;
    int header = firstHeader;
    FlowHeader found = FlowHeader.at(lines, header);
    while (found != null) {
      int from = header + found.lines();
      int end = end(from);
      FlowRows rows = new FlowRows(found, lines.subList(from, end));
      goals.add(new Goal(goal(at, header), found, rows, lines.get(header).page()));
      at = end;
      header = nextHeader(at);
      found = header < 0 ? null : FlowHeader.at(lines, header);
    }
    TableBlock form = grid(goals);
    if (!plausible(goals.getFirst().header(), form)) {
      return firstHeader;
    }
    result.add(form);
    return at;
  }

  /** Whether names name something and values are no names of levels, but for a few rows. */
  private static boolean plausible(FlowHeader header, TableBlock form) {
    int name = header.roles().indexOf(IndicatorRole.LEVEL3);
    int target = header.roles().indexOf(IndicatorRole.TARGET);
    int wrong = 0;
    for (List<String> row : form.grid()) {
      boolean unnamed = name >= 0 && !row.get(name).isEmpty() && !names(row.get(name));
      boolean level =
          target >= 0
              && name >= 0
              && (level(row.get(target)) || title(row.get(target), row.get(name)));
      wrong += unnamed || level ? 1 : 0;
    }
    return wrong * MOST_WRONG <= form.rows();
  }

  private static boolean names(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic)
        && !SIGNED.matcher(text).matches()
        && !level(text);
  }

  /** Whether a row repeats titles, which are no target and no name. */
  private static boolean title(String target, String name) {
    return IndicatorRole.of(target) == IndicatorRole.WEIGHT && !name.isEmpty();
  }

  private static boolean level(String text) {
    return text.endsWith("指标") && (LevelWords.first(text) || LevelWords.second(text));
  }

  private String goal(int from, int header) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < header && !opensLabel(i, header); i++) {
      String line = lines.get(i).tight();
      if (text.isEmpty() && FormWords.numberedGoal(line) == null) {
        return "";
      }
      text.append(line);
    }
    return text.toString();
  }

  private boolean opensLabel(int from, int header) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < header; i++) {
      text.append(lines.get(i).tight());
    }
    return LABEL.matcher(text).matches();
  }

  /** First line after the rows: the next goal or header, a sum, a remark, a heading. */
  private int end(int from) {
    int at = from;
    while (at < lines.size()) {
      String line = lines.get(at).tight();
      boolean ends =
          (!cells(lines.get(at)) && FormWords.numberedGoal(line) != null)
              || FormWords.sum(line)
              || FormWords.end(line)
              || HEADING.matcher(line).matches()
              || FlowHeader.at(lines, at) != null
              || line.startsWith("一级")
              || opensLabelHere(at);
      if (ends) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** Whether a line holds the cells of a row: a level's name beside its points, or many words. */
  private static boolean cells(FlowLine line) {
    List<String> words = line.words();
    return words.size() >= CELLS || (words.size() == 2 && FlowTable.points(words.get(1)));
  }

  private boolean opensLabelHere(int at) {
    StringBuilder text = new StringBuilder();
    for (int i = at; i < Math.min(lines.size(), at + MOST_LABEL_LINES); i++) {
      text.append(lines.get(i).tight());
      if (LABEL.matcher(text).matches()
          && i + 1 < lines.size()
          && lines.get(i + 1).tight().startsWith("一级")) {
        return true;
      }
    }
    return false;
  }

  /** The header of the next goal of the same form, or -1. */
  private int nextHeader(int from) {
    boolean goal = from < lines.size() && FormWords.numberedGoal(lines.get(from).tight()) != null;
    int most = Math.min(lines.size(), from + (goal ? MOST_GOAL_LINES : 0) + MOST_LABEL_LINES);
    for (int i = from; i < most && (goal || i == from); i++) {
      if (FlowHeader.at(lines, i) != null) {
        return i;
      }
    }
    return -1;
  }

  private static TableBlock grid(List<Goal> goals) {
    double nameWidth = goals.stream().mapToDouble(g -> g.rows().nameWidth()).max().orElse(0);
    int columns = goals.stream().mapToInt(g -> g.header().roles().size()).max().orElse(0);
    List<List<String>> rows = new ArrayList<>();
    for (Goal goal : goals) {
      if (!goal.goal().isEmpty()) {
        rows.add(List.of(goal.goal()));
      }
      rows.add(goal.header().titles());
      rows.addAll(goal.rows().read(nameWidth));
    }
    return grid(goals.get(0).page(), rows, columns);
  }

  /** A grid of rows; a row of one text takes the whole width. */
  private static TableBlock grid(int page, List<List<String>> rows, int columns) {
    List<Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      List<String> texts = rows.get(r);
      for (int c = 0; c < texts.size(); c++) {
        cells.add(new Cell(r, c, 1, texts.size() == 1 ? columns : 1, texts.get(c)));
      }
    }
    return new TableBlock(page, rows.size(), columns, cells);
  }
}
