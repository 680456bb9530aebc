package org.mingzhang.web.transparency;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.search.Hit;
import org.mingzhang.transparency.DisclosureChecklist;
import org.mingzhang.transparency.DisclosureItem;
import org.mingzhang.transparency.DisclosureItemState;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.Labels;

/** Disclosure scores of the agencies of a region, {@code /transparency?region=&year=&page=}. */
public final class DisclosureScoresPage implements Handler {
  /**
   * Number of documents on a page. Small, because the record of each document on the page is read.
   */
  private static final int PAGE_SIZE = 30;

  private static final AgencyLinks AGENCY_LINKS = AgencyLinks.standard();

  private final PageRenderer pages;
  private final DocumentCatalog catalog;
  private final ChecklistPage checklistPage;
  private final RegionCoverageTable regionCoverage;

  /** Creates an instance that lists the documents of a catalog. */
  public DisclosureScoresPage(
      PageRenderer pages, DocumentCatalog catalog, ChecklistPage checklistPage) {
    this.pages = pages;
    this.catalog = catalog;
    this.checklistPage = checklistPage;
    this.regionCoverage = new RegionCoverageTable(catalog);
  }

  /**
   * A document, or an agency without a listed document of the year.
   *
   * @param agencyAddress address of the agency's page, or empty if the document names none
   * @param address address of the checklist, or empty without document
   * @param publicationText day of publication and days late, or empty if unknown
   * @param score percentage of items disclosed, or empty without document
   * @param lackingItems items that were not found, or are empty without explanation
   */
  public record AgencyOrDocumentRow(
      String region,
      String agency,
      String agencyAddress,
      String category,
      String address,
      String publicationText,
      String score,
      int disclosedCount,
      int items,
      int undecidedCount,
      List<String> lackingItems) {}

  /** A link that selects a region or year. */
  public record LinkChoice(String label, String address, boolean isCurrent) {}

  @Override
  public void handle(Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    Labels labels = pages.labels(ctx);
    PortalLinks links = pages.links(ctx);
    TransparencySelection selection = TransparencySelection.decode(parameters);
    List<Hit> listed = listDocuments(selection);
    int page = parameters.pageNumber(listed.size(), PAGE_SIZE);
    List<AgencyOrDocumentRow> rows = new ArrayList<>();
    listed.stream()
        .skip((page - 1L) * PAGE_SIZE)
        .limit(PAGE_SIZE)
        .forEach(hit -> buildRow(hit, labels, links).ifPresent(rows::add));
    boolean last = listed.size() <= (long) page * PAGE_SIZE;
    if (last && selection.year() != null) {
      rows.addAll(buildRowsWithoutDocument(selection, links));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("rows", rows);
    model.put("count", listed.size());
    model.put("years", yearChoices(selection, links));
    model.put("regions", regionChoices(selection, labels, links));
    model.put("next", last ? "" : selection.address(page + 1, links));
    model.put("csv", selection.fileAddress("/transparency.csv", links));
    model.putAll(regionCoverage.buildModel(selection, links));
    pages.show(
        ctx,
        "transparency/transparency",
        PageHead.of(labels.text("transparency.title"), "/transparency"),
        model);
  }

  /**
   * The documents that have required items. If a disclosure has several editions, only the primary
   * one is returned.
   */
  private List<Hit> listDocuments(TransparencySelection selection) {
    Predicate<Hit> kind =
        hit ->
            !DisclosureItem.requiredOf(
                    Category.ofLabel(Objects.requireNonNullElse(hit.category(), "")).orElse(null))
                .isEmpty();
    return catalog.currentSnapshot().disclosures().filter(kind).filter(selection::matches).toList();
  }

  private Optional<AgencyOrDocumentRow> buildRow(Hit hit, Labels labels, PortalLinks links) {
    return checklistPage
        .checklists()
        .findLatest(hit.documentId())
        .map(checklist -> buildRow(hit, checklist, labels, links));
  }

  private static AgencyOrDocumentRow buildRow(
      Hit hit, DisclosureChecklist checklist, Labels labels, PortalLinks links) {
    Language language = labels.language();
    return new AgencyOrDocumentRow(
        String.join(" ", hit.region()),
        hit.publisher(),
        AGENCY_LINKS.agencyPath(hit, links),
        (hit.year() == null ? "" : hit.year() + " ") + labels.category(hit.category()),
        links.page("/transparency/" + PortalLinks.permalink(hit.documentId()).substring(3)),
        formatPublished(hit, labels),
        checklist.score(),
        checklist.disclosedCount(),
        checklist.answers().size(),
        checklist.count(DisclosureItemState.UNDECIDED),
        checklist.answers().stream()
            .filter(
                a ->
                    a.state() == DisclosureItemState.NOT_SEEN
                        || a.state() == DisclosureItemState.EMPTY)
            .map(
                a ->
                    language.choose(a.item().chinese(), a.item().english())
                        + language.choose("（", " (")
                        + language.choose(a.state().label(), a.state().english())
                        + language.choose("）", ")"))
            .toList());
  }

  private static String formatPublished(Hit hit, Labels labels) {
    String day = hit.values().getOrDefault("published", "");
    String late = hit.values().get("daysLate");
    return late == null ? day : day + " " + labels.text("transparency.late", late);
  }

  /**
   * Builds rows for agencies of the region of which the archive has documents, but no document of
   * the selected year to which the checklist applies. The agency may have published one that was
   * not collected.
   */
  private List<AgencyOrDocumentRow> buildRowsWithoutDocument(
      TransparencySelection selection, PortalLinks links) {
    Map<String, AgencyOrDocumentRow> rows = new LinkedHashMap<>();
    for (Hit hit : catalog.currentSnapshot().readDocuments()) {
      if (selection.isInRegion(hit)) {
        String region = String.join(" ", hit.region());
        String agency = hit.publisher();
        rows.putIfAbsent(
            region + agency,
            new AgencyOrDocumentRow(
                region,
                agency,
                AGENCY_LINKS.agencyPath(hit, links),
                "",
                "",
                "",
                "",
                0,
                0,
                0,
                List.of()));
      }
    }
    listDocuments(selection)
        .forEach(hit -> rows.remove(String.join(" ", hit.region()) + hit.publisher()));
    return List.copyOf(rows.values());
  }

  private List<LinkChoice> yearChoices(TransparencySelection selection, PortalLinks links) {
    List<LinkChoice> choices = new ArrayList<>();
    for (Integer year : catalog.currentSnapshot().years()) {
      TransparencySelection other = new TransparencySelection(selection.region(), year.toString());
      choices.add(
          new LinkChoice(
              year.toString(), other.address(1, links), year.toString().equals(selection.year())));
    }
    return choices;
  }

  /**
   * Links to all regions, to the selected region with its ancestors, and to its children with
   * documents.
   */
  private List<LinkChoice> regionChoices(
      TransparencySelection selection, Labels labels, PortalLinks links) {
    String region = selection.region();
    List<LinkChoice> choices = new ArrayList<>();
    choices.add(
        new LinkChoice(
            labels.text("coverage.regions"),
            selection.withRegion(null).address(1, links),
            region == null));
    String[] above = region == null ? new String[0] : region.split("/", -1);
    for (int i = 1; i <= above.length; i++) {
      String path = String.join("/", List.of(above).subList(0, i));
      choices.add(
          new LinkChoice(
              above[i - 1], selection.withRegion(path).address(1, links), path.equals(region)));
    }
    catalog.currentSnapshot().readDocuments().stream()
        .filter(selection::isInRegion)
        .filter(hit -> hit.region().size() > above.length)
        .map(hit -> String.join("/", hit.region().subList(0, above.length + 1)))
        .distinct()
        .sorted()
        .forEach(
            path ->
                choices.add(
                    new LinkChoice(
                        path.substring(path.lastIndexOf('/') + 1),
                        selection.withRegion(path).address(1, links),
                        false)));
    return choices;
  }

  /** The ids of the documents that the parameters of a request select. */
  public List<String> documentIds(RequestParameters parameters) {
    return listDocuments(TransparencySelection.decode(parameters)).stream()
        .map(Hit::documentId)
        .toList();
  }

  /** Names of the columns of {@link #buildRegionRows}. */
  public static List<String> regionColumnNames() {
    return RegionCoverageTable.COLUMN_NAMES;
  }

  /** The rows of a file of every region below the one that the parameters of a request select. */
  public List<List<@Nullable Object>> buildRegionRows(RequestParameters parameters) {
    return regionCoverage.buildRows(TransparencySelection.decode(parameters));
  }
}
