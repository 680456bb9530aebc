package org.mingzhang.fact.cell;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Skips columns that are told apart only by 收入 and 支出, as in a table of bodies with the revenue and
 * the expenditure of each. Such a word alone narrows no meaning, so that both amounts would be
 * taken for one.
 */
final class FlowColumnFilter {
  private FlowColumnFilter() {}

  /**
   * The meanings of columns, by index, with {@link HeaderMeaning#SKIPPED} for columns of one flow
   * that name no account, beside such columns of the other flow with the same names of rows.
   *
   * @param table meaning of the table
   * @param header headers of its columns
   * @param columns meaning of each column of amounts
   */
  static Map<Integer, HeaderMeaning> skipUnnamedFlows(
      TableMeaning table, List<String> header, Map<Integer, HeaderMeaning> columns) {
    Map<Integer, HeaderMeaning> kept = new HashMap<>(columns);
    for (TableMeaning.TableSideMeaning side : table.sides()) {
      Map<Integer, FlowDirection> flows = new HashMap<>();
      for (int column : side.block().amounts()) {
        FlowDirection flow = unnamedFlow(header.get(column), columns.get(column));
        if (flow != null) {
          flows.put(column, flow);
        }
      }
      Set<FlowDirection> distinct = EnumSet.noneOf(FlowDirection.class);
      distinct.addAll(flows.values());
      if (side.direction() == null && distinct.size() > 1) {
        flows.keySet().forEach(column -> kept.put(column, HeaderMeaning.SKIPPED));
      }
    }
    return kept;
  }

  private static @Nullable FlowDirection unnamedFlow(
      String header, @Nullable HeaderMeaning meaning) {
    return meaning != null
            && meaning.kind() == HeaderMeaning.Kind.TOTAL
            && meaning.account() == null
        ? FlowDirection.find(header)
        : null;
  }
}
