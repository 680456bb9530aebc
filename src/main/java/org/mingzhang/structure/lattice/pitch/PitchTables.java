package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.FoundTable;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.text.WorkBudget;

/**
 * Finds the forms among lines in fixed pitch. Lines that keep no places, and what is no cheap
 * reading of a form, are left to other readers. Stateless.
 */
public final class PitchTables {
  private static final int MOST_LINES = 240;
  private static final int MOST_FUND_LINES = 24;

  /** A word so long is none of a cell. */
  private static final int LONGEST_WORD = 30;

  private static final int LONGEST_LINE = 300;
  private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–－]*第?\\d{1,3}页?[-—–－]*");
  private static final TitleSchema FUNDS = new FundSchema();
  private static final TitleSchema INDICATORS = new IndicatorSchema();

  private PitchTables() {}

  /**
   * What was found.
   *
   * @param tables the tables in order
   * @param rejected the titles of each header below which nothing could be read
   */
  public record Result(List<FoundTable> tables, List<String> rejected) {}

  /**
   * The tables among lines.
   *
   * @throws WorkBudget.Exhausted if the time is over
   */
  public static Result find(List<TextBlock> blocks, WorkBudget budget) {
    List<FoundTable> tables = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    List<PitchLine> lines = blocks.stream().map(PitchLine::of).toList();
    int at = 0;
    while (at < lines.size()) {
      budget.check();
      PitchHeader header = header(lines, at);
      if (header == null) {
        at++;
        continue;
      }
      boolean fund = header.titles().getFirst().words().isEmpty();
      FoundTable table = table(lines, header, fund ? FUNDS : INDICATORS);
      if (table != null) {
        tables.add(table);
      } else {
        rejected.add(header.columns().stream().map(Column::title).collect(Collectors.joining(" ")));
      }
      at = table == null ? header.to() : table.to();
    }
    return new Result(List.copyOf(tables), List.copyOf(rejected));
  }

  private static @Nullable PitchHeader header(List<PitchLine> lines, int at) {
    boolean drawn = false;
    for (int i = at; i < Math.min(lines.size(), at + 2); i++) {
      PitchLine line = lines.get(i);
      drawn |= line.spaced();
    }
    if (!drawn || lines.get(at).tight().length() > LONGEST_LINE) {
      return null;
    }
    PitchHeader fund = PitchHeader.at(lines, at, FUNDS);
    return fund != null ? fund : PitchHeader.at(lines, at, INDICATORS);
  }

  private static @Nullable FoundTable table(
      List<PitchLine> lines, PitchHeader header, TitleSchema schema) {
    boolean fund = schema.equals(FUNDS);
    int most = Math.min(lines.size(), header.to() + (fund ? MOST_FUND_LINES : MOST_LINES));
    List<PitchBody.Part> parts = new ArrayList<>();
    parts.add(new PitchBody.Part(header.titles(), new ArrayList<>()));
    int at = header.to();
    while (at < most && !ends(lines, at, schema)) {
      PitchHeader again = header(lines, at);
      if (again != null && !again.columns().equals(header.columns())) {
        break;
      }
      if (again != null) {
        parts.add(new PitchBody.Part(again.titles(), new ArrayList<>()));
        at = again.to();
        continue;
      }
      if (!pageNumber(lines, at)) {
        List<PitchLine> page = parts.getLast().lines();
        if (!page.isEmpty() && page.getLast().page() != lines.get(at).page()) {
          parts.add(new PitchBody.Part(untitled(header), new ArrayList<>()));
        }
        parts.getLast().lines().add(lines.get(at));
      }
      at++;
    }
    if (!drawn(parts)) {
      return null;
    }
    List<List<String>> read = PitchRows.of(PitchBody.of(header.columns(), parts), fund);
    if (read.isEmpty()) {
      return null;
    }
    List<List<String>> rows = new ArrayList<>(read);
    List<String> titles = new ArrayList<>(header.columns().stream().map(Column::title).toList());
    rows.addFirst(List.copyOf(titles));
    return new FoundTable(header.from(), at, List.copyOf(rows));
  }

  /** Whether half of the lines tell the places of words. */
  private static boolean drawn(List<PitchBody.Part> parts) {
    List<PitchLine> lines = parts.stream().flatMap(part -> part.lines().stream()).toList();
    return 2 * lines.stream().filter(PitchLine::spaced).count() >= lines.size();
  }

  private static List<PitchTitle> untitled(PitchHeader header) {
    return Collections.nCopies(header.columns().size(), new PitchTitle(List.of()));
  }

  private static boolean pageNumber(List<PitchLine> lines, int at) {
    boolean last = at + 1 == lines.size() || lines.get(at + 1).page() != lines.get(at).page();
    return last && PAGE_NUMBER.matcher(lines.get(at).tight()).matches();
  }

  private static boolean ends(List<PitchLine> lines, int at, TitleSchema schema) {
    PitchLine line = lines.get(at);
    return line.words().stream().anyMatch(w -> w.text().length() > LONGEST_WORD)
        || schema.ends(line);
  }
}
