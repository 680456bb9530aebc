package org.mingzhang.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.changes.RecentChangesPage;
import org.mingzhang.web.compare.ComparePage;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;

/** The content of the overview pages as JSON. */
public final class OverviewApi {
  private static final int MAX_CHANGES = 200;

  private final DocumentCatalog catalog;
  private final ComparePage comparePage;
  private final Archive archive;
  private final DocumentLookup lookup;

  /**
   * A document of the index, as listed by the overviews.
   *
   * @param versions number of its versions
   * @param scanned whether its text comes from OCR
   */
  public record CoveredDocument(
      String id,
      String url,
      String title,
      List<String> region,
      @Nullable String agency,
      @Nullable Integer year,
      @Nullable String category,
      int versions,
      boolean scanned) {}

  /**
   * A new version of a document.
   *
   * @param version number of the version: 1 for a new document, more if its file was replaced
   * @param firstSeen when it was first seen, RFC 3339
   */
  public record Change(
      String document, String url, String title, int version, String sha256, String firstSeen) {}

  /** An audit rule; {@code kind} is the kind of its findings. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AuditRule(
      String id,
      String kind,
      String reads,
      String readsEnglish,
      String reason,
      String reasonEnglish,
      String tolerance,
      String toleranceEnglish,
      boolean acrossDocuments) {}

  /**
   * A comparison over agencies and years.
   *
   * @param columns headers; the first names what is compared, and the unit
   * @param rows a name and one value for each year, or null if none is stated
   * @param values every value with its dimensions, unit or target and its place, by name
   */
  public record Comparison(
      List<String> columns,
      List<? extends List<? extends @Nullable Object>> rows,
      List<Map<String, @Nullable Object>> values) {}

  /** Creates an instance that sends the data of the overview pages. */
  public OverviewApi(
      PageRenderer pages, DocumentCatalog catalog, ComparePage comparePage, Archive archive) {
    this.catalog = catalog;
    this.comparePage = comparePage;
    this.archive = archive;
    this.lookup = pages.documents();
  }

  /**
   * Streams {@code /api/v1/coverage}: every document with region, agency, year and category. The
   * versions of all documents are counted by one query.
   */
  public void sendCoverage(Context ctx) {
    Map<String, Integer> versionCounts = archive.versionCounts();
    ctx.writeJsonStream(
        catalog.currentSnapshot().readDocuments().stream()
            .map(hit -> buildCoveredDocument(hit, versionCounts)));
  }

  private static CoveredDocument buildCoveredDocument(Hit hit, Map<String, Integer> versionCounts) {
    String recognized = hit.values().getOrDefault("recognised", "");
    return new CoveredDocument(
        hit.documentId(),
        PortalLinks.permalink(hit.documentId()),
        hit.documentTitle(),
        hit.region(),
        hit.agency(),
        hit.year(),
        hit.category(),
        versionCounts.getOrDefault(hit.documentId(), 0),
        !recognized.isEmpty() && !recognized.equals("0"));
  }

  /**
   * Sends {@code /api/v1/changes?kind=replaced}: the latest versions, newest first, at most {@link
   * #MAX_CHANGES}. Without {@code kind=replaced} they include new documents.
   */
  public void sendChanges(Context ctx) {
    ctx.json(
        RecentChangesPage.findLatestVersions(
                archive, RecentChangesPage.requestsReplacedOnly(ctx), MAX_CHANGES)
            .stream()
            .map(this::buildChange)
            .toList());
  }

  private Change buildChange(DocumentVersion version) {
    return new Change(
        version.documentId(),
        PortalLinks.permalink(version.documentId())
            + "?v="
            + PortalLinks.fingerprintPrefix(version.sha256()),
        lookup.find(version).map(DocumentDescription::title).orElse(version.documentId()),
        version.number(),
        version.sha256(),
        version.firstSeen().toString());
  }

  /** Sends {@code /api/v1/rules}: the audit rules. */
  public void sendRules(Context ctx) {
    ctx.json(
        Stream.of(
                buildRules(RuleTexts.rulesOfOneDocument(), false),
                buildRules(RuleTexts.rulesOfTwoDocuments(), true))
            .flatMap(Collection::stream)
            .toList());
  }

  private static List<AuditRule> buildRules(List<RuleDescription> rules, boolean compareDocuments) {
    return rules.stream()
        .map(
            r ->
                new AuditRule(
                    r.id(),
                    r.kind().id(),
                    r.comparison(),
                    r.comparisonEnglish(),
                    r.reason(),
                    r.reasonEnglish(),
                    r.tolerance(),
                    r.toleranceEnglish(),
                    compareDocuments))
        .toList();
  }

  /** Sends {@code /api/v1/compare?name=&region=&year=}: the table of the page. */
  public void sendComparison(Context ctx) {
    ComparePage.ComparisonRows rows = comparePage.buildRows(ctx);
    List<? extends List<? extends @Nullable Object>> table = rows.table();
    List<String> columns =
        table.getFirst().stream()
            .map(c -> Optional.ofNullable(c).map(Object::toString).orElse(""))
            .toList();
    ctx.json(
        new Comparison(columns, table.subList(1, table.size()), buildNamedRows(rows.values())));
  }

  private static List<Map<String, @Nullable Object>> buildNamedRows(
      List<List<@Nullable Object>> rows) {
    List<Map<String, @Nullable Object>> named = new ArrayList<>();
    for (List<@Nullable Object> row : rows.subList(1, rows.size())) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        values.put(String.valueOf(rows.getFirst().get(i)), row.get(i));
      }
      named.add(values);
    }
    return named;
  }
}
