package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.structure.table.CaptionFinder;
import org.mingzhang.structure.table.TableReader;
import org.mingzhang.text.CpuTimeBudget;
import org.mingzhang.text.PatternTable;

/**
 * Reads the rows of performance forms (绩效目标表, 绩效自评表) from the grids of sections, after {@link
 * TableReader} has joined grids across pages. Grids that OCR read from pictures are skipped.
 * Stateless.
 */
public final class IndicatorReader {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(IndicatorReader.class);
  private static final Pattern PROJECT_LINE = PATTERNS.get("indicator-reader-project");

  /**
   * Reads the rows of all performance forms in reading order, without a limit of processor time.
   */
  public List<Indicator> read(List<Section> sections) {
    return read(sections, CpuTimeBudget.unlimited());
  }

  /**
   * Reads the rows of all performance forms in reading order, within a budget.
   *
   * @throws CpuTimeBudget.BudgetExhaustedException if the budget does not suffice
   */
  public List<Indicator> read(List<Section> sections, CpuTimeBudget budget) {
    List<Indicator> rows = new ArrayList<>();
    for (Section section : sections) {
      for (int i = 0; i < section.body().size(); i++) {
        budget.throwIfExhausted();
        if (section.body().get(i) instanceof Section.TablePart part
            && !part.grid().isRecognizedByOcr()) {
          Optional<TableBlock> turned = TransposedForm.turn(part.grid());
          List<Integer> pages =
              turned
                  .map(t -> Collections.nCopies(t.rows(), part.rowPages().getFirst()))
                  .orElse(part.rowPages());
          rows.addAll(read(section, i, new Grid(turned.orElse(part.grid())), pages));
        }
      }
    }
    return rows;
  }

  private static List<Indicator> read(
      Section section, int partIndex, Grid grid, List<Integer> pages) {
    String caption = new CaptionFinder(section, partIndex, grid, "").readFormCaption();
    return new PerformanceFormReader(grid, pages, findProjectAbove(section, partIndex))
        .read(section.path(), caption);
  }

  /**
   * The project named in a line above the grid, because in plain text the upper rows of a form are
   * lines. At most one table, the form's funding table, may stand between them.
   */
  private static @Nullable String findProjectAbove(Section section, int partIndex) {
    boolean passedTable = false;
    for (int i = partIndex - 1; i >= 0; i--) {
      Section.Part above = section.body().get(i);
      if (above instanceof Section.Paragraph line) {
        Matcher matcher = PROJECT_LINE.matcher(line.text());
        if (matcher.lookingAt()) {
          return matcher.group(1);
        }
      } else if (passedTable
          || !(above instanceof Section.TablePart table)
          || hasIndicatorHeader(new Grid(table.grid()))) {
        return null;
      } else {
        passedTable = true;
      }
    }
    return null;
  }

  private static boolean hasIndicatorHeader(Grid grid) {
    return IntStream.range(0, grid.rows())
        .anyMatch(row -> IndicatorColumns.readAt(grid, row) != null);
  }
}
