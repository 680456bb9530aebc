package org.mingzhang.web.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.DocumentChartSelector;
import org.mingzhang.account.HeadlineAccounts;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactAnchors;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.render.Labels;

/**
 * The facts of a document for its page: headline amounts as tables of accounts by year and stage,
 * changes, rates and shares, and amounts of items. Records of early program versions have no facts.
 */
public final class DocumentAmounts {
  /** Maximum number of rows of items on one page. */
  private static final int ITEMS_PER_PAGE = 200;

  private static final Comparator<@Nullable Stage> LAST_STAGE_FIRST =
      Comparator.nullsLast(Comparator.reverseOrder());
  private static final Comparator<@Nullable Fund> WIDEST_FUND_FIRST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private final ArchivedDisclosure document;
  private final ChartOfAccounts chart;
  private final Labels labels;
  private final FactView.Builder builder;
  private final List<AnchoredFact> facts = new ArrayList<>();

  DocumentAmounts(ArchivedDisclosure document, Labels labels, PortalLinks links, String version) {
    this.document = document;
    this.chart = DocumentChartSelector.forDocument(document.disclosure());
    this.labels = labels;
    this.builder = FactView.Builder.of(document, labels, links, version);
    List<Fact> all = document.disclosure().facts();
    List<String> anchors = FactAnchors.computeAnchors(all).names();
    for (int i = 0; i < all.size(); i++) {
      facts.add(new AnchoredFact(all.get(i), anchors.get(i)));
    }
  }

  /** Whether the record has facts. */
  static boolean hasFacts(ArchivedDisclosure document) {
    return !document.disclosure().facts().isEmpty();
  }

  /** Finds the fact with an anchor; empty if the version does not have it. */
  public static Optional<FactView> findByAnchor(
      ArchivedDisclosure document,
      String anchor,
      Labels labels,
      PortalLinks links,
      String version) {
    int index = FactAnchors.computeAnchors(document.disclosure().facts()).names().indexOf(anchor);
    return index < 0
        ? Optional.empty()
        : Optional.of(
            FactView.Builder.of(document, labels, links, version)
                .build(new AnchoredFact(document.disclosure().facts().get(index), anchor)));
  }

  private boolean isHeadline(AnchoredFact anchoredFact) {
    FactContext context = anchoredFact.context();
    return anchoredFact.fact().kind() == Fact.Kind.AMOUNT
        && anchoredFact.fact().isHeadline()
        && context.period() == null
        && context.basis() == null
        && !Objects.equals(context.instant(), "年初")
        && chart.findAccount(anchoredFact.fact().account()).isPresent();
  }

  List<HeadlineTableBuilder.Table> buildHeadlineTables() {
    return new HeadlineTableBuilder(document.disclosure().metadata(), chart, labels, builder)
        .build(facts.stream().filter(this::isHeadline).toList());
  }

  /** Facts that are not amounts: changes, rates, shares, counts and amounts per head. */
  List<FactView> buildOtherFacts() {
    return facts.stream()
        .filter(v -> v.fact().kind() != Fact.Kind.AMOUNT)
        .map(builder::build)
        .toList();
  }

  /**
   * A page of the amounts of items.
   *
   * @param rows its rows
   * @param number 1-based
   * @param pages number of pages
   * @param total rows of all pages
   */
  public record ItemPage(List<FactView> rows, int number, int pages, int total) {}

  /**
   * Builds a page of all amounts that are not in the tables of headline amounts, such as amounts of
   * items, of accounts outside the chart, and for a part or the beginning of the year.
   *
   * @param page 1-based; the last page is built if there are fewer
   */
  ItemPage buildItemPage(int page) {
    List<AnchoredFact> items =
        facts.stream().filter(v -> v.fact().kind() == Fact.Kind.AMOUNT && !isHeadline(v)).toList();
    int pages = Math.max(1, (items.size() + ITEMS_PER_PAGE - 1) / ITEMS_PER_PAGE);
    int number = Math.min(page, pages);
    int from = (number - 1) * ITEMS_PER_PAGE;
    return new ItemPage(
        items.subList(from, Math.min(items.size(), from + ITEMS_PER_PAGE)).stream()
            .map(builder::build)
            .toList(),
        number,
        pages,
        items.size());
  }

  /**
   * Key amounts of a document: for each headline account, the amount of the document's own year and
   * agency at the last stage and for the widest fund and perimeter. Accounts without such an amount
   * are left out; an account with contradictory amounts has two values, even if there are more.
   */
  List<List<FactView>> findKeyAmounts() {
    Integer year = document.disclosure().metadata().year();
    Comparator<AnchoredFact> order =
        Comparator.comparing((AnchoredFact n) -> n.context().stage(), LAST_STAGE_FIRST)
            .thenComparing(n -> n.context().fund(), WIDEST_FUND_FIRST)
            .thenComparing(DocumentAmounts::isWithoutSubordinateBodies);
    List<List<FactView>> digest = new ArrayList<>();
    for (String account : HeadlineAccounts.standard().accounts()) {
      List<AnchoredFact> stated =
          facts.stream()
              .filter(n -> n.fact().account().equals(account) && isHeadline(n) && isOfOwnAgency(n))
              .filter(n -> Objects.equals(n.context().year(), year))
              .sorted(order)
              .toList();
      if (!stated.isEmpty()) {
        FactContext first = stated.getFirst().context();
        digest.add(
            stated.stream()
                .filter(n -> n.context().equals(first))
                .limit(2)
                .map(builder::build)
                .toList());
      }
    }
    return digest;
  }

  /**
   * Whether the perimeter of an amount is a single unit or level of government, without subordinate
   * bodies.
   */
  private static boolean isWithoutSubordinateBodies(AnchoredFact anchoredFact) {
    Perimeter perimeter = anchoredFact.context().perimeter();
    return perimeter == Perimeter.UNIT || perimeter == Perimeter.GOVERNMENT;
  }

  /** Whether a fact is about the document's own agency or names no entity. */
  private boolean isOfOwnAgency(AnchoredFact anchoredFact) {
    String entity = anchoredFact.context().entity();
    return entity == null || entity.equals(document.disclosure().metadata().agency());
  }
}
