package org.mingzhang.structure.running;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.FoundTable;

/**
 * Reads the table of the “three public” expenses (三公经费): one row of amounts below titles whose
 * lines come interleaved. The form fixes the columns: a total of travel abroad, vehicles and
 * receptions, and vehicles as purchase plus running costs, with budget and outcome side by side
 * where both are printed. These sums tell which cells are empty; where several placements fit, the
 * table is not read. Confined to one thread and one table.
 */
final class PublicExpenseReader {
  private static final int MOST_HEADER_LINES = 16;
  private static final BigDecimal ROUNDING = new BigDecimal("0.021");

  /**
   * Column order of final accounts: total, travel, vehicles, purchase, running costs, receptions.
   */
  private static final List<String> ACCOUNT =
      List.of("合计", "因公出国（境）费", "公务用车小计", "公务用车购置费", "公务用车运行维护费", "公务接待费");

  /** Column order of budgets: receptions before vehicles. */
  private static final List<String> BUDGET =
      List.of("合计", "因公出国（境）费", "公务接待费", "公务用车小计", "公务用车购置费", "公务用车运行费");

  private final List<RunningLine> lines;
  private final int from;

  PublicExpenseReader(List<RunningLine> lines, int from) {
    this.lines = lines;
    this.from = from;
  }

  /** The table whose header starts at the first line, or null. */
  @Nullable FoundTable read() {
    RunningHeader read = RunningHeader.read(lines, from, MOST_HEADER_LINES, this::hasNumbersOnly);
    if (read == null) {
      return null;
    }
    String header = read.text();
    int row = read.end();
    boolean known = header.contains("三公") && header.contains("公务接待费") && header.contains("因公出国");
    if (!known) {
      return null;
    }
    List<String> words = lines.get(row).words();
    int pairs = header.split("预算数", -1).length - 1;
    boolean both = pairs == ACCOUNT.size() && header.contains("决算数");
    if (both) {
      return table(account(words), titles(ACCOUNT), row);
    }
    boolean running = header.contains("机关运行经费");
    boolean whole = words.size() == BUDGET.size() + (running ? 1 : 0);
    if (!whole || !budget(words.subList(0, BUDGET.size()))) {
      return null;
    }
    List<String> titles = new ArrayList<>(BUDGET);
    if (running) {
      titles.add("机关运行经费");
    }
    return table(words, titles, row);
  }

  private @Nullable FoundTable table(@Nullable List<String> cells, List<String> titles, int row) {
    return cells == null ? null : new FoundTable(from, row + 1, List.of(titles, cells));
  }

  private boolean hasNumbersOnly(int line) {
    List<String> words = lines.get(line).words();
    return words.size() > 2 && words.stream().allMatch(RunningLine::isNumber);
  }

  private static List<String> titles(List<String> names) {
    return names.stream().flatMap(name -> Stream.of(name + "/预算数", name + "/决算数")).toList();
  }

  /** The twelve cells; null where the sums leave more than one placement of the amounts. */
  private static @Nullable List<String> account(List<String> words) {
    int cells = 2 * ACCOUNT.size();
    List<List<String>> ways = new ArrayList<>();
    for (int mask = 0; mask < 1 << cells; mask++) {
      if (Integer.bitCount(mask) == words.size()) {
        List<String> way = place(words, mask, cells);
        if (adds(way, 0) && adds(way, 1)) {
          ways.add(way);
        }
      }
    }
    return only(ways, way -> words.size() == cells || filledAlike(way));
  }

  /**
   * The only placement; of several, the only one in which budget and outcome fill the same cells.
   */
  private static @Nullable List<String> only(
      List<List<String>> ways, Predicate<List<String>> alike) {
    if (ways.size() == 1) {
      return ways.getFirst();
    }
    List<List<String>> kept = ways.stream().filter(alike).toList();
    return kept.size() == 1 ? kept.getFirst() : null;
  }

  private static boolean filledAlike(List<String> way) {
    return IntStream.range(0, way.size() / 2)
        .allMatch(i -> way.get(2 * i).isEmpty() == way.get(2 * i + 1).isEmpty());
  }

  private static List<String> place(List<String> words, int mask, int cells) {
    List<String> way = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < cells; i++) {
      way.add((mask >> i & 1) == 1 ? words.get(next++) : "");
    }
    return way;
  }

  private static boolean adds(List<String> way, int side) {
    BigDecimal[] v =
        IntStream.range(0, ACCOUNT.size())
            .mapToObj(i -> value(way.get(2 * i + side)))
            .toArray(BigDecimal[]::new);
    return near(v[0], v[1].add(v[2]).add(v[5])) && near(v[2], v[3].add(v[4]));
  }

  private static boolean budget(List<String> words) {
    List<BigDecimal> v = words.stream().map(PublicExpenseReader::value).toList();
    return near(v.get(0), v.get(1).add(v.get(2)).add(v.get(3)))
        && near(v.get(3), v.get(4).add(v.get(5)));
  }

  private static BigDecimal value(String amount) {
    return amount.isEmpty() ? BigDecimal.ZERO : RunningLine.value(amount);
  }

  private static boolean near(BigDecimal a, BigDecimal b) {
    return a.subtract(b).abs().compareTo(ROUNDING) <= 0;
  }
}
