package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of one level in text whose cells were centred: a name stands beside the middle one of
 * its rows, or alone between the two in the middle. From the first row on, each name's place tells
 * its last row; names that do not cover the rows so without gap were not centred. Confined to one
 * thread and one form.
 */
final class CentredLevels {
  /**
   * A name.
   *
   * @param place twice the number of its row, counted from 0, or the odd number between two rows
   * @param name the name
   */
  private record Mark(int place, String name) {}

  private final List<Mark> marks = new ArrayList<>();

  void beside(int row, String name) {
    marks.add(new Mark(2 * row, name));
  }

  void above(int row, String name) {
    marks.add(new Mark(2 * row - 1, name));
  }

  /** Whether a name stands where one that is set in the first of its rows cannot stand. */
  boolean proof() {
    return !marks.isEmpty()
        && (marks.getFirst().place() > 0 || marks.stream().anyMatch(m -> m.place() % 2 != 0));
  }

  /** The name of each row; null where the names do not cover them. */
  @Nullable List<String> names(int rows) {
    List<String> names = new ArrayList<>();
    for (Mark mark : marks) {
      int start = names.size();
      int end = mark.place() - start;
      if (end < start || end >= rows) {
        return null;
      }
      for (int row = start; row <= end; row++) {
        names.add(mark.name());
      }
    }
    return names.size() == rows ? names : null;
  }
}
