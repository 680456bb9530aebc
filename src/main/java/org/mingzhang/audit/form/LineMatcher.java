package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.audit.form.FormIdentity.IdentityPart;
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

  boolean isWhole(TableLine line) {
    return identity.wholes().stream()
        .anyMatch(
            name ->
                name.equals(TOTAL)
                    ? line.role() == LineRole.TOTAL && line.isPlain()
                    : matches(name, line) && line.code().isEmpty());
  }

  /**
   * The lines that are the parts of a whole; empty if a needed part is missing or a name matches
   * several lines.
   */
  List<TableLine> findParts(TableLine whole, List<TableLine> candidates) {
    List<TableLine> found = new ArrayList<>();
    for (IdentityPart part : identity.parts()) {
      List<TableLine> lines =
          withoutNarrowerFunds(
              candidates.stream()
                  .filter(l -> matches(part.name(), l) && l.isOfSameTime(whole))
                  .filter(l -> isOfSameFund(part.name(), whole, l))
                  .toList());
      if (lines.isEmpty() ? part.required() : !areOfDifferentFunds(lines)) {
        return List.of();
      }
      found.addAll(lines);
    }
    return found;
  }

  private static boolean matches(String name, TableLine line) {
    if (name.startsWith("@")) {
      Fund fund = line.fund();
      return fund != null && line.code().isEmpty() && fund.label().equals(name.substring(1));
    }
    if (name.startsWith(PRINTED)) {
      return line.code().isEmpty()
          && ChartOfAccounts.normalize(line.label()).equals(name.substring(1));
    }
    return Character.isDigit(name.charAt(0))
        ? line.code().equals(name)
        : line.account().equals(name) && line.code().isEmpty();
  }

  /** Whether a part may belong to the fund of its whole; true if one of them names no fund. */
  private static boolean isOfSameFund(String name, TableLine whole, TableLine part) {
    Fund wholeFund = whole.fund();
    Fund own = part.fund();
    return name.startsWith("@") || wholeFund == null || own == null || own.isWithin(wholeFund);
  }

  /** Leaves out the lines whose fund is contained in the fund of another line. */
  private static List<TableLine> withoutNarrowerFunds(List<TableLine> lines) {
    boolean unnamed = lines.stream().anyMatch(l -> l.fund() == null);
    Set<Fund> funds = EnumSet.noneOf(Fund.class);
    lines.stream().map(TableLine::fund).filter(Objects::nonNull).forEach(funds::add);
    return lines.stream()
        .filter(l -> l.fund() == null || !(unnamed || isWithinAnother(l.fund(), funds)))
        .toList();
  }

  private static boolean isWithinAnother(Fund fund, Set<Fund> funds) {
    return funds.stream().anyMatch(wider -> wider != fund && fund.isWithin(wider));
  }

  private static boolean areOfDifferentFunds(List<TableLine> lines) {
    return lines.stream().map(l -> String.valueOf(l.fund())).distinct().count() == lines.size();
  }

  /** Whether every line is one of the parts or has no amounts that can be added up. */
  boolean coverAll(List<TableLine> candidates, List<TableLine> parts) {
    return candidates.stream().allMatch(l -> l.role() == LineRole.NONE || parts.contains(l));
  }
}
