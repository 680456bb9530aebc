package org.mingzhang.web.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.render.Labels;

/**
 * The grid of documents by agency, year and category.
 *
 * @param archive the archive, which supplies the number of versions
 */
public record CoverageGrid(Archive archive) {
  private static final AgencyLinks AGENCY_LINKS = AgencyLinks.standard();

  /**
   * The cells of one agency.
   *
   * @param region its region, with the names separated
   * @param startsRegion whether it is the first row of its region
   * @param name its name
   * @param address address of its page, empty if documents name no agency
   * @param cells one for each year; and a further one for documents that do not state their year,
   *     if any agency of the grid has some
   */
  public record AgencyRow(
      String region, boolean startsRegion, String name, String address, List<Cell> cells) {}

  /**
   * The documents of an agency for one year, or its documents that do not state their year.
   *
   * @param items its documents
   * @param gaps expected documents that are missing
   */
  public record Cell(List<CategoryDocuments> items, List<MissingCategory> gaps) {
    /** Whether there are neither documents nor missing ones. */
    public boolean isEmpty() {
      return items.isEmpty() && gaps.isEmpty();
    }
  }

  /**
   * A document that is expected of the agency but missing.
   *
   * @param category its category
   * @param reason reason for expecting it
   * @param siteSectionAddress address of the site section where it should be, or empty
   */
  public record MissingCategory(String category, String reason, String siteSectionAddress) {}

  /**
   * The documents of one category in a cell.
   *
   * @param category their category, or a text if they have none
   * @param address address of the document, or of the list of documents
   * @param count number of documents
   * @param versions largest number of versions of one of them
   * @param allScanned whether all of them are scans read by OCR
   */
  public record CategoryDocuments(
      String category, String address, int count, int versions, boolean allScanned) {}

  /** Groups documents by agency; agencies and documents keep the order of the list. */
  public static List<List<Hit>> groupByAgency(List<Hit> documents) {
    Map<String, List<Hit>> agencies = new LinkedHashMap<>();
    for (Hit hit : documents) {
      agencies.computeIfAbsent(hit.region() + hit.publisher(), k -> new ArrayList<>()).add(hit);
    }
    return List.copyOf(agencies.values());
  }

  /**
   * Builds a row for each agency, including missing documents. Missing documents of agencies that
   * are not in {@code agencies}, and of years without a column, are left out.
   */
  public List<AgencyRow> buildRows(
      List<List<Hit>> agencies,
      List<Integer> years,
      List<MissingDocument> gaps,
      Labels labels,
      PortalLinks links) {
    Map<String, List<MissingDocument>> missing =
        gaps.stream().collect(Collectors.groupingBy(gap -> gap.region() + "\n" + gap.agency()));
    boolean undated = agencies.stream().flatMap(List::stream).anyMatch(hit -> hit.year() == null);
    List<AgencyRow> agencyRows = new ArrayList<>();
    String before = "";
    for (List<Hit> hits : agencies) {
      Hit first = hits.getFirst();
      String region = String.join(" ", first.region());
      String key = String.join("/", first.region()) + "\n" + first.publisher();
      List<MissingDocument> own = missing.getOrDefault(key, List.of());
      List<Cell> cells = new ArrayList<>();
      for (int year : years) {
        cells.add(
            new Cell(groupByCategory(hits, year, labels, links), findMissing(own, year, labels)));
      }
      if (undated) {
        cells.add(new Cell(groupByCategory(hits, null, labels, links), List.of()));
      }
      agencyRows.add(
          new AgencyRow(
              region,
              !region.equals(before),
              first.publisher().equals(first.documentTitle())
                  ? labels.text("coverage.agency.unknown", first.documentTitle())
                  : first.publisher(),
              AGENCY_LINKS.agencyPath(first, links),
              cells));
      before = region;
    }
    return agencyRows;
  }

  private static List<MissingCategory> findMissing(
      List<MissingDocument> gaps, int year, Labels labels) {
    return gaps.stream()
        .filter(gap -> gap.year() == year)
        .map(
            gap ->
                new MissingCategory(
                    labels.category(gap.category()),
                    gap.reason(labels),
                    gap.siteSection() == null ? "" : gap.siteSection().url()))
        .toList();
  }

  private List<CategoryDocuments> groupByCategory(
      List<Hit> hits, @Nullable Integer year, Labels labels, PortalLinks links) {
    Map<String, List<Hit>> categories = new LinkedHashMap<>();
    for (Hit hit : hits) {
      if (Objects.equals(hit.year(), year)) {
        categories
            .computeIfAbsent(Objects.requireNonNullElse(hit.category(), ""), k -> new ArrayList<>())
            .add(hit);
      }
    }
    return categories.values().stream().map(same -> buildItem(same, labels, links)).toList();
  }

  private CategoryDocuments buildItem(List<Hit> documents, Labels labels, PortalLinks links) {
    Hit first = documents.getFirst();
    String category = first.category();
    return new CategoryDocuments(
        category == null ? labels.text("unknown") : labels.category(category),
        documents.size() == 1
            ? links.document(first.documentId())
            : links.search(documentSearch(first)),
        documents.size(),
        documents.stream().mapToInt(h -> archive.versions(h.documentId()).size()).max().orElse(1),
        documents.stream().allMatch(CoverageGrid::isScanned));
  }

  private static SearchUrl documentSearch(Hit hit) {
    SearchUrl searchUrl = SearchUrl.of("", SearchScope.DOCUMENTS);
    if (hit.agency() != null) {
      searchUrl = searchUrl.withToggled(FacetDimension.AGENCY, hit.agency());
    }
    if (hit.year() != null) {
      searchUrl = searchUrl.withToggled(FacetDimension.YEAR, hit.year().toString());
    }
    return searchUrl.withToggled(
        FacetDimension.CATEGORY,
        Objects.requireNonNullElse(hit.category(), SearchRequest.NOT_STATED));
  }

  private static boolean isScanned(Hit hit) {
    return !hit.values().getOrDefault("recognised", "0").equals("0");
  }
}
