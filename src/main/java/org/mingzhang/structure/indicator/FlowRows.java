package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the rows under one header of a form that was extracted as text. Where each line is a row,
 * {@link FlowTable} has it; else a row starts with the name of a level at the start of a line;
 * under a header with points, a row also ends with its points.
 */
final class FlowRows {
  private static final double LEAST_NAME_WIDTH = 6;
  private static final double MOST_NAME_WIDTH = 14;
  private final FlowHeader header;
  private final List<FlowPiece> pieces;
  private final List<FlowGroup> groups = new ArrayList<>();
  private String first = "";
  private String second = "";

  private final List<List<String>> exact;

  FlowRows(FlowHeader header, List<FlowLine> lines) {
    this.header = header;
    this.exact = new FlowTable(header).rows(lines);
    this.pieces =
        exact.isEmpty() ? withoutProjects(FlowPiece.of(unlabelled(lines), pairs())) : List.of();
    group();
  }

  /** The label of all rows stands in the middle of them where cells are centred. */
  private static List<FlowLine> unlabelled(List<FlowLine> lines) {
    return lines.stream().filter(line -> !FlowTable.label(line.tight())).toList();
  }

  /**
   * In lists of several projects the cells that stand before the levels are left out: those before
   * the first level, and wherever their first words come again.
   */
  private List<FlowPiece> withoutProjects(List<FlowPiece> all) {
    if (header.lead().isEmpty() || all.isEmpty()) {
      return all;
    }
    List<FlowPiece> kept = new ArrayList<>();
    boolean lead = false;
    for (int i = 0; i < all.size(); i++) {
      FlowPiece piece = all.get(i);
      boolean level = piece.opensLine() && FlowLevels.at(all, i).first();
      lead = !level && (lead || (piece.opensLine() && piece.text().equals(all.getFirst().text())));
      if (!lead) {
        kept.add(piece);
      }
    }
    return kept;
  }

  /** Width of the column of names, in Chinese characters, as far as these rows fill it. */
  double nameWidth() {
    return parts().stream()
        .map(FlowGroup::pieces)
        .filter(p -> p.size() > 1)
        .mapToDouble(p -> p.get(0).width())
        .filter(w -> w <= MOST_NAME_WIDTH)
        .max()
        .orElse(LEAST_NAME_WIDTH);
  }

  /**
   * Texts of the rows in the order of the header's columns.
   *
   * @param nameWidth width of the form's column of names
   */
  List<List<String>> read(double nameWidth) {
    if (!exact.isEmpty()) {
      return exact;
    }
    double width = Math.max(LEAST_NAME_WIDTH, nameWidth);
    if (header.roles().getLast() == IndicatorRole.TARGET && header.has(IndicatorRole.LEVEL3)) {
      FlowTargets targets =
          new FlowTargets(width, parts().stream().map(FlowGroup::pieces).toList());
      return parts().stream().flatMap(part -> targetRows(part, targets).stream()).toList();
    }
    return parts().stream().map(part -> row(part, width)).toList();
  }

  private List<List<String>> targetRows(FlowGroup group, FlowTargets targets) {
    return targets.rows(group.pieces()).stream()
        .map(
            row ->
                header.roles().stream()
                    .map(
                        role ->
                            switch (role) {
                              case LEVEL1 -> group.levels().get(0);
                              case LEVEL2 -> group.levels().get(1);
                              case LEVEL3 -> row.get(0);
                              default -> row.get(1);
                            })
                    .toList())
        .toList();
  }

  private List<FlowGroup> parts() {
    return groups.stream()
        .flatMap(g -> g.rows(header).stream())
        .filter(part -> !part.pieces().isEmpty())
        .toList();
  }

  private void group() {
    int at = 0;
    while (at < pieces.size()) {
      FlowPiece piece = pieces.get(at);
      FlowLevels.Match match =
          piece.opensLine() ? FlowLevels.at(pieces, at) : new FlowLevels.Match("", 0);
      if (match.pieces() > 0 && !namesRow(at)) {
        at = levels(at, match);
        groups.add(new FlowGroup(new ArrayList<>(List.of(first, second)), new ArrayList<>()));
      } else if (piece.alone() && piece.text().equals("指标") && !groups.isEmpty()) {
        complete(groups.getLast());
        at++;
      } else {
        if (groups.isEmpty()) {
          groups.add(new FlowGroup(new ArrayList<>(List.of(first, second)), new ArrayList<>()));
        }
        groups.getLast().pieces().add(piece);
        at++;
      }
    }
  }

  /** 受益群众满意度 before a number on its line is the name of a row, not that of a level. */
  private boolean namesRow(int at) {
    boolean alone = pieces.get(at).closesLine() || at + 1 >= pieces.size();
    return !alone && !groups.isEmpty() && pieces.get(at + 1).number();
  }

  /** Takes one or two level names; answers where the row's own cells start. */
  private int levels(int at, FlowLevels.Match match) {
    int next = at + match.pieces();
    FlowLevels.Match follow =
        next < pieces.size() ? FlowLevels.at(pieces, next) : new FlowLevels.Match("", 0);
    boolean both = match.first() && !match.below(first) && follow.pieces() > 0 && follow.second();
    if (both) {
      first = match.name();
      second = follow.name();
      return next + follow.pieces();
    }
    if (LevelWords.second(match.name()) || match.below(first)) {
      second = match.name();
    } else {
      first = match.name();
      second = "";
    }
    return next;
  }

  /** 指标 alone on a line after the row is the rest of a level's name. */
  private void complete(FlowGroup group) {
    int level = group.levels().get(1).endsWith("指标") || group.levels().get(0).length() <= 2 ? 0 : 1;
    String before = group.levels().get(level);
    if (before.endsWith("指标")) {
      return;
    }
    group.levels().set(level, before + "指标");
    if (level == 0) {
      first = before + "指标";
    }
  }

  private List<String> row(FlowGroup group, double nameWidth) {
    List<FlowPiece> cells = new ArrayList<>(group.pieces());
    String points = "";
    String weight = "";
    if (header.has(IndicatorRole.SCORE)) {
      points = takePoints(cells);
      weight =
          !header.has(IndicatorRole.WEIGHT)
              ? ""
              : weightFirst() ? takeFirstPoints(cells) : takeWeight(cells, group.pieces());
    }
    Map<IndicatorRole, String> values = new FlowRow(header, cells).read(nameWidth);
    values.put(IndicatorRole.LEVEL1, group.levels().get(0));
    values.put(IndicatorRole.LEVEL2, group.levels().get(1));
    values.put(IndicatorRole.SCORE, points);
    values.put(IndicatorRole.WEIGHT, weight);
    return header.roles().stream().map(role -> values.getOrDefault(role, "")).toList();
  }

  private boolean weightFirst() {
    List<IndicatorRole> roles = header.roles();
    return roles.indexOf(IndicatorRole.WEIGHT) < roles.indexOf(IndicatorRole.TARGET);
  }

  /** Whether the score stands right after the weight. */
  private boolean pairs() {
    int weight = header.roles().indexOf(IndicatorRole.WEIGHT);
    return weight >= 0 && weight + 1 == header.roles().indexOf(IndicatorRole.SCORE);
  }

  /** The points beside those of the score, else further points that end a line. */
  private String takeWeight(List<FlowPiece> cells, List<FlowPiece> all) {
    int score = all.size() - 1;
    while (score > 0 && !all.get(score).points()) {
      score--;
    }
    FlowPiece beside = score > 1 && !all.get(score).opensLine() ? all.get(score - 1) : null;
    if (pairs() && beside != null && FlowTable.points(beside.text())) {
      cells.remove(score - 1);
      return beside.text();
    }
    return takePoints(cells);
  }

  private static String takeFirstPoints(List<FlowPiece> cells) {
    for (int i = 1; i < cells.size(); i++) {
      if (FlowTable.points(cells.get(i).text())) {
        return cells.remove(i).text();
      }
    }
    return "";
  }

  private static String takePoints(List<FlowPiece> cells) {
    for (int i = cells.size() - 1; i > 0; i--) {
      if (cells.get(i).points()) {
        return cells.remove(i).text();
      }
    }
    return "";
  }
}
