package org.mingzhang.web.agency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.FormerAccountNames;
import org.mingzhang.account.HeadlineAccounts;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Stage;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.RowByYearBuilder;
import org.mingzhang.web.compare.SmallMultiplesBuilder;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/**
 * Charts that compare an agency with the other agencies of its region, and with agencies of the
 * same kind in other regions.
 */
final class PeerComparison {
  private final SmallMultiplesBuilder chartBuilder;
  private final AgencyLinks agencyLinks = AgencyLinks.standard();

  PeerComparison(SearchPort search, DocumentCatalog catalog) {
    this.chartBuilder = new SmallMultiplesBuilder(search, catalog);
  }

  /**
   * An account that can be chosen.
   *
   * @param label its name
   * @param address address of the page with this account
   * @param isCurrent whether the page shows this account
   */
  public record AccountChoice(String label, String address, boolean isCurrent) {}

  /**
   * Creates the fields of the template. A chart is null if there is no other agency to compare
   * with, or if the agency states no headline account; in the latter case {@code accounts} is
   * empty.
   */
  Map<String, Object> buildModel(
      AgencyProfile profile,
      Map<AgencyProfile, ProfileFacts> facts,
      @Nullable String requestedAccount,
      Labels labels,
      PortalLinks links) {
    Map<String, AccountSlice> slices = findSlices(profile, facts);
    Map<String, Object> model = new HashMap<>();
    model.put("siblings", null);
    model.put("elsewhere", null);
    model.put("accounts", List.of());
    if (slices.isEmpty()) {
      return model;
    }
    String named = requestedAccount == null ? "" : FormerAccountNames.toCurrent(requestedAccount);
    String account = slices.containsKey(named) ? named : slices.keySet().iterator().next();
    AccountSlice slice = Objects.requireNonNull(slices.get(account));
    SmallMultiplesBuilder.ComparisonContext context =
        new SmallMultiplesBuilder.ComparisonContext(account, slice, labels, links);
    String region = String.join("/", profile.key().region());
    if (!region.isEmpty()) {
      chartBuilder
          .draw(
              context,
              List.of(region),
              "",
              row -> isSelf(row, profile),
              row -> isInRegion(row, profile))
          .ifPresent(drawnChart -> model.put("siblings", drawnChart));
    }
    chartBuilder
        .draw(
            context,
            List.of(),
            profile.key().core(),
            row -> isSelf(row, profile),
            row -> isSameKind(row, profile))
        .ifPresent(drawnChart -> model.put("elsewhere", drawnChart));
    model.put("account", labels.account(account));
    model.put("accountSlice", RowByYearBuilder.sliceLabel(slice.stage(), slice.fund(), labels));
    model.put("accounts", buildChoices(profile, slices, account, labels, links));
    return model;
  }

  private static boolean isSelf(ComparisonGrid.Row row, AgencyProfile profile) {
    return row.region().equals(profile.key().region()) && profile.isSameEntity(row.label());
  }

  private static boolean isInRegion(ComparisonGrid.Row row, AgencyProfile profile) {
    return row.region().equals(profile.key().region());
  }

  /**
   * Whether the agency of a row is of the same kind, that is, has the same name apart from places.
   */
  private static boolean isSameKind(ComparisonGrid.Row row, AgencyProfile profile) {
    return AgencyLinks.AgencyKey.of(row.region(), row.label()).core().equals(profile.key().core());
  }

  private List<AccountChoice> buildChoices(
      AgencyProfile profile,
      Map<String, AccountSlice> slices,
      String account,
      Labels labels,
      PortalLinks links) {
    List<AccountChoice> choices = new ArrayList<>();
    String page = agencyLinks.agencyPath(profile.key());
    for (String each : slices.keySet()) {
      String more = new QueryString().add("account", each).appendTo("").replace('?', '&');
      choices.add(
          new AccountChoice(
              labels.account(each), links.page(page + more + "#peers"), each.equals(account)));
    }
    return choices;
  }

  /** An account together with one of the slices for which the agency states it. */
  private record AccountInSlice(String account, AccountSlice slice) {}

  /**
   * The headline accounts that have values, in their order. Each has its slice with the most years;
   * slices of final accounts have priority.
   */
  private static Map<String, AccountSlice> findSlices(
      AgencyProfile profile, Map<AgencyProfile, ProfileFacts> facts) {
    Map<AccountInSlice, TreeSet<Integer>> years = new LinkedHashMap<>();
    for (AgencyProfile each : profile.withRenamedPredecessors()) {
      for (FactHit fact : Objects.requireNonNull(facts.get(each)).agencyFacts()) {
        boolean headline = HeadlineAccounts.standard().accounts().contains(fact.account());
        if (headline && fact.kind() == Fact.Kind.AMOUNT && fact.storedValue("stage") != null) {
          AccountSlice slice =
              new AccountSlice(
                  "", fact.label("stage"), fact.label("fund"), fact.label("perimeter"));
          years
              .computeIfAbsent(new AccountInSlice(fact.account(), slice), k -> new TreeSet<>())
              .add(Objects.requireNonNull(fact.year()));
        }
      }
    }
    Comparator<Map.Entry<AccountInSlice, TreeSet<Integer>>> best =
        Comparator.comparing(
                (Map.Entry<AccountInSlice, TreeSet<Integer>> e) ->
                    e.getKey().slice().stage().equals(Stage.RESULT.label()))
            .thenComparingInt(e -> e.getValue().size())
            .thenComparing(e -> e.getKey().slice().fund());
    Map<String, AccountSlice> chosen = new LinkedHashMap<>();
    for (String account : HeadlineAccounts.standard().accounts()) {
      years.entrySet().stream()
          .filter(e -> e.getKey().account().equals(account))
          .max(best)
          .ifPresent(e -> chosen.put(account, e.getKey().slice()));
    }
    return chosen;
  }
}
