package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.fact.cell.TableLines.LineRole;
import org.mingzhang.fact.cell.TableLines.TableLine;
import org.mingzhang.model.Fund;

/**
 * Matches the lines of a table with the names of an identity: an account, a fund after "@", a code,
 * words after "=", or 合计 for a total that names nothing else.
 */
record LineMatcher(FormIdentity identity) {
  private static final String TOTAL = "合计";

  /** Before a name that a line has as its words, without being an account. */
  private static final String PRINTED = "=";

  boolean isWhole(TableLine tableLine) {
    return identity.wholes().stream()
        .anyMatch(
            name ->
                name.equals(TOTAL)
                    ? tableLine.role() == LineRole.TOTAL && tableLine.isPlain()
                    : matches(name, tableLine) && tableLine.code().isEmpty());
  }

  /**
   * The lines that are the parts of a whole; empty if a needed part is missing or a name matches
   * several lines.
   */
  List<TableLine> findParts(TableLine whole, List<TableLine> candidates) {
    List<TableLine> found = new ArrayList<>();
    for (FormIdentity.IdentityPart identityPart : identity.parts()) {
      List<TableLine> tableLines =
          withoutNarrowerFunds(
              candidates.stream()
                  .filter(l -> matches(identityPart.name(), l) && l.isOfSameTime(whole))
                  .filter(l -> isOfSameFund(identityPart.name(), whole, l))
                  .toList());
      if (tableLines.isEmpty() ? identityPart.required() : !areOfDifferentFunds(tableLines)) {
        return List.of();
      }
      found.addAll(tableLines);
    }
    return found;
  }

  private static boolean matches(String name, TableLine tableLine) {
    if (name.startsWith("@")) {
      Fund fund = tableLine.fund();
      return fund != null && tableLine.code().isEmpty() && fund.label().equals(name.substring(1));
    }
    if (name.startsWith(PRINTED)) {
      return tableLine.code().isEmpty()
          && ChartOfAccounts.normalize(tableLine.label()).equals(name.substring(1));
    }
    return Character.isDigit(name.charAt(0))
        ? tableLine.code().equals(name)
        : tableLine.account().equals(name) && tableLine.code().isEmpty();
  }

  /** Whether a part may belong to the fund of its whole; true if one of them names no fund. */
  private static boolean isOfSameFund(String name, TableLine whole, TableLine part) {
    Fund wholeFund = whole.fund();
    Fund own = part.fund();
    return name.startsWith("@") || wholeFund == null || own == null || own.isWithin(wholeFund);
  }

  /** Leaves out the lines whose fund is contained in the fund of another line. */
  private static List<TableLine> withoutNarrowerFunds(List<TableLine> tableLines) {
    boolean unnamed = tableLines.stream().anyMatch(l -> l.fund() == null);
    Set<Fund> funds = EnumSet.noneOf(Fund.class);
    tableLines.stream().map(TableLine::fund).filter(Objects::nonNull).forEach(funds::add);
    return tableLines.stream()
        .filter(l -> l.fund() == null || !(unnamed || isWithinAnother(l.fund(), funds)))
        .toList();
  }

  private static boolean isWithinAnother(Fund fund, Set<Fund> funds) {
    return funds.stream().anyMatch(wider -> wider != fund && fund.isWithin(wider));
  }

  private static boolean areOfDifferentFunds(List<TableLine> tableLines) {
    return tableLines.stream().map(l -> String.valueOf(l.fund())).distinct().count()
        == tableLines.size();
  }

  /** Whether every line is one of the parts or has no amounts that can be added up. */
  boolean coverAll(List<TableLine> candidates, List<TableLine> parts) {
    return candidates.stream().allMatch(l -> l.role() == LineRole.NONE || parts.contains(l));
  }
}
