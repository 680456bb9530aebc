package org.mingzhang.fact.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.PatternTable;

/**
 * Reads columns that are told apart only by 收入 and 支出, as in a table of bodies or kinds of
 * insurance with the revenue and the expenditure of each. In a table of one fund of a government,
 * they are the totals of that fund; otherwise they are skipped, since such a word alone narrows no
 * meaning, and both amounts would be taken for values of one account.
 */
final class FlowColumnFilter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FlowColumnFilter.class);
  private static final Pattern BARE_FLOW_NAME = PATTERNS.get("flow-of-year");

  private FlowColumnFilter() {}

  /**
   * The meanings of columns, by index. A column of one flow that names no account gets the total of
   * the fund, or {@link HeaderMeaning#SKIPPED}, if its block also has a column of the other flow
   * without an account.
   *
   * @param table meaning of the table
   * @param header headers of its columns
   * @param columns meaning of each column of amounts
   */
  static Map<Integer, HeaderMeaning> nameOrSkipFlows(
      DimensionDefaults defaults,
      TableMeaning table,
      List<String> header,
      Map<Integer, HeaderMeaning> columns) {
    Map<Integer, HeaderMeaning> kept = new HashMap<>(columns);
    for (TableMeaning.TableSideMeaning side : table.sides()) {
      Map<Integer, FlowDirection> flows = new HashMap<>();
      for (int column : side.block().amounts()) {
        FlowDirection flow = flowWithoutAccount(header.get(column), columns.get(column));
        if (flow != null) {
          flows.put(column, flow);
        }
      }
      if (side.direction() == null && Set.copyOf(flows.values()).size() > 1) {
        flows.forEach(
            (column, flow) ->
                kept.computeIfPresent(
                    column, (c, head) -> totalOfFund(defaults, table.subject(), flow, head)));
      }
    }
    return kept;
  }

  private static HeaderMeaning totalOfFund(
      DimensionDefaults defaults, TableSubject subject, FlowDirection flow, HeaderMeaning head) {
    return defaults
        .roles()
        .findCurrentYearTotal(flow, subject.fund())
        .filter(total -> defaults.isGovernmentDocument())
        .map(total -> HeaderMeaning.ofAccount(total, head.fund(), head.stage()))
        .map(named -> named.withYear(head.year()))
        .orElse(HeaderMeaning.SKIPPED);
  }

  private static @Nullable FlowDirection flowWithoutAccount(
      String header, @Nullable HeaderMeaning meaning) {
    boolean unnamed =
        meaning != null
            && meaning.account() == null
            && (meaning.kind() == HeaderMeaning.Kind.TOTAL
                || BARE_FLOW_NAME.matcher(meaning.name()).matches());
    return unnamed ? FlowDirection.find(header) : null;
  }
}
