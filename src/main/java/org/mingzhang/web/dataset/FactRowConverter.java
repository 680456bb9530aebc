package org.mingzhang.web.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.model.IndexedLocation;
import org.mingzhang.region.Division;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.search.Hit;
import org.mingzhang.web.fact.FactHit;

/**
 * Converts facts to rows. It caches versions and codes, so use a new one for each build. Not
 * thread-safe.
 */
final class FactRowConverter {
  private final Archive archive;
  private final Gazetteer gazetteer;
  private final String origin;
  private final Map<String, DocumentVersion> versions = new HashMap<>();
  private final Map<List<String>, String> regionCodes = new HashMap<>();

  /**
   * Creates a converter.
   *
   * @param origin origin of the portal; empty if unknown, so that links are relative
   */
  FactRowConverter(Archive archive, Gazetteer gazetteer, String origin) {
    this.archive = archive;
    this.gazetteer = gazetteer;
    this.origin = origin;
  }

  /** Returns the values of a fact for some columns; null for an empty cell. */
  List<@Nullable Object> buildRow(Hit hit, List<DatasetColumn> columns) {
    FactHit fact = new FactHit(hit);
    DocumentVersion version = findVersion(hit.documentId());
    List<@Nullable Object> row = new ArrayList<>();
    for (DatasetColumn column : columns) {
      row.add(value(column.name(), fact, version));
    }
    return row;
  }

  private @Nullable Object value(String column, FactHit fact, DocumentVersion version) {
    Hit hit = fact.hit();
    return switch (column) {
      case "fact" -> hit.id();
      case "source" -> origin + fact.address();
      case "page" -> firstPage(fact);
      case "document" -> hit.documentId();
      case "document_title" -> hit.documentTitle();
      case "document_year" -> hit.year();
      case "category" -> hit.category();
      case "version" -> version.number();
      case "sha256" -> version.sha256();
      case "region_code" -> findRegionCode(hit.region());
      case "region" -> String.join("/", hit.region());
      case "agency" -> hit.agency();
      case "account" -> fact.account();
      case "functional_code" -> hasEconomicCode(fact) ? null : fact.storedValue("code");
      case "economic_code" -> hasEconomicCode(fact) ? fact.storedValue("code") : null;
      case "year" -> fact.year();
      case "amount", "value" -> fact.number();
      case "kind" -> fact.kind().id();
      case "against_stage" -> fact.storedValue("againstStage");
      case "against_year" -> fact.referenceYear();
      case "disputed" -> fact.isDisputed();
      default -> fact.storedValue(column);
    };
  }

  private static int firstPage(FactHit fact) {
    List<IndexedLocation> places = fact.locations();
    return Math.max(1, places.isEmpty() ? fact.hit().page() : places.getFirst().page());
  }

  /** Whether a code belongs to the economic classification, whose codes begin with 3 or 5. */
  private static boolean hasEconomicCode(FactHit fact) {
    String code = fact.storedValue("code");
    return code != null && (code.startsWith("3") || code.startsWith("5"));
  }

  private DocumentVersion findVersion(String document) {
    return versions.computeIfAbsent(document, id -> archive.versions(id).getLast());
  }

  /** The six-digit code of a region, or null if the gazetteer does not have it. */
  @Nullable String findRegionCode(List<String> region) {
    String code =
        regionCodes.computeIfAbsent(
            region, path -> gazetteer.findByPath(path).map(Division::code).orElse(""));
    return Objects.requireNonNull(code).isEmpty() ? null : code;
  }
}
