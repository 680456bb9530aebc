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
  private final List<Group> groups = new ArrayList<>();
  private String first = "";
  private String second = "";

  private final List<List<String>> exact;

  FlowRows(FlowHeader header, List<FlowLine> lines) {
    this.header = header;
    this.exact = new FlowTable(header).rows(lines);
    this.pieces = exact.isEmpty() ? FlowPiece.of(lines) : List.of();
    group();
  }

  /** Pieces under one pair of levels: one row or, when the level's cell is merged, more. */
  private record Group(List<String> levels, List<FlowPiece> pieces) {}

  /** Width of the column of names, in Chinese characters, as far as these rows fill it. */
  double nameWidth() {
    return parts().stream()
        .map(Group::pieces)
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
    return parts().stream().map(part -> row(part, Math.max(LEAST_NAME_WIDTH, nameWidth))).toList();
  }

  private List<Group> parts() {
    return groups.stream()
        .flatMap(g -> split(g).stream())
        .filter(part -> !part.pieces().isEmpty())
        .toList();
  }

  private void group() {
    int at = 0;
    while (at < pieces.size()) {
      FlowPiece piece = pieces.get(at);
      FlowLevels.Match match =
          piece.opensLine() ? FlowLevels.at(pieces, at) : new FlowLevels.Match("", 0);
      if (match.pieces() > 0) {
        at = levels(at, match);
        groups.add(new Group(new ArrayList<>(List.of(first, second)), new ArrayList<>()));
      } else if (piece.alone() && piece.text().equals("指标") && !groups.isEmpty()) {
        complete(groups.getLast());
        at++;
      } else {
        if (groups.isEmpty()) {
          groups.add(new Group(new ArrayList<>(List.of(first, second)), new ArrayList<>()));
        }
        groups.getLast().pieces().add(piece);
        at++;
      }
    }
  }

  /** Takes one or two level names; answers where the row's own cells start. */
  private int levels(int at, FlowLevels.Match match) {
    int next = at + match.pieces();
    FlowLevels.Match follow =
        next < pieces.size() ? FlowLevels.at(pieces, next) : new FlowLevels.Match("", 0);
    boolean both = match.first() && follow.pieces() > 0 && follow.second();
    if (both) {
      first = match.name();
      second = follow.name();
      return next + follow.pieces();
    }
    if (match.second()) {
      second = match.name();
    } else {
      first = match.name();
      second = "";
    }
    return next;
  }

  /** 指标 alone on a line after the row is the rest of a level's name. */
  private void complete(Group group) {
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

  /** Splits a group at the points, if further points follow; else the rest goes on after them. */
  private List<Group> split(Group group) {
    if (!header.has(IndicatorRole.SCORE)) {
      return List.of(group);
    }
    List<Group> rows = new ArrayList<>();
    List<FlowPiece> row = new ArrayList<>();
    for (int i = 0; i < group.pieces().size(); i++) {
      FlowPiece piece = group.pieces().get(i);
      row.add(piece);
      boolean more =
          group.pieces().subList(i + 1, group.pieces().size()).stream().anyMatch(FlowPiece::points);
      if (piece.points() && row.size() > 2 && more) {
        rows.add(new Group(group.levels(), row));
        row = new ArrayList<>();
      }
    }
    rows.add(new Group(group.levels(), row));
    return rows;
  }

  private List<String> row(Group group, double nameWidth) {
    List<FlowPiece> cells = new ArrayList<>(group.pieces());
    String points = "";
    String weight = "";
    if (header.has(IndicatorRole.SCORE)) {
      points = takePoints(cells);
      weight =
          !header.has(IndicatorRole.WEIGHT)
              ? ""
              : weightFirst() ? takeFirstPoints(cells) : takePoints(cells);
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
