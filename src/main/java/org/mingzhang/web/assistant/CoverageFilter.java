package org.mingzhang.web.assistant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Region;
import org.mingzhang.search.Hit;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.DocumentDescription;

/**
 * The document filters of a call, and what the archive contains for them. The latter prevents the
 * absence of hits from being understood as proof that nothing was published.
 *
 * @param regions region paths joined with slashes; empty for all
 * @param unknownRegions requested regions without documents
 * @param years fiscal years; empty for all
 * @param agency words of the agency's name, or null
 * @param category label of the category, or null
 */
record CoverageFilter(
    List<String> regions,
    List<String> unknownRegions,
    List<String> years,
    @Nullable String agency,
    @Nullable String category) {
  private static final int MAX_MISSING = 6;

  /** Reads the filters from the arguments of a call; regions that are not found become unknown. */
  static CoverageFilter parse(ToolArguments arguments, AssistantServices services) {
    List<String> regions = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String typed : arguments.list(ToolSchemaBuilder.REGION)) {
      List<String> found = services.comparisons().findRegion(typed);
      (found.isEmpty() ? unknown : regions).addAll(found.isEmpty() ? List.of(typed) : found);
    }
    return new CoverageFilter(
        regions.stream().distinct().toList(),
        unknown,
        arguments.years(),
        arguments.text(ToolSchemaBuilder.AGENCY),
        arguments.text(ToolSchemaBuilder.CATEGORY));
  }

  /** Whether there are no documents of any requested region, so that no search is needed. */
  boolean matchesNothing() {
    return regions.isEmpty() && !unknownRegions.isEmpty();
  }

  /** The documents that match the filters. */
  List<Hit> selectDocuments(DocumentCatalog.Snapshot snapshot) {
    return snapshot.readDocuments().stream()
        .filter(hit -> matches(hit.region(), hit.year(), hit.publisher(), hit.category()))
        .toList();
  }

  boolean matches(ArchivedDisclosure document) {
    DocumentMetadata metadata = document.disclosure().metadata();
    Region region = metadata.region();
    String named = metadata.agency();
    Category kind = metadata.category();
    return matches(
        region == null ? List.of() : region.path(),
        metadata.year(),
        named == null ? DocumentDescription.title(document) : named,
        kind == null ? null : kind.label());
  }

  private boolean matches(
      List<String> path, @Nullable Integer year, String agencyOrTitle, @Nullable String kind) {
    return !matchesNothing()
        && (regions.isEmpty() || regions.stream().anyMatch(region -> isWithin(path, region)))
        && (years.isEmpty() || years.contains(String.valueOf(year)))
        && (agency == null || agencyOrTitle.contains(agency))
        && (category == null || category.equals(kind));
  }

  private static boolean isWithin(List<String> path, String region) {
    return (String.join("/", path) + "/").startsWith(region + "/");
  }

  /**
   * Checks the category.
   *
   * @throws BadArgumentException if there is no such category
   */
  void requireKnownCategory() {
    if (category != null && Category.ofLabel(category).isEmpty()) {
      throw new BadArgumentException(
          "category must be one of "
              + Arrays.stream(Category.values()).map(Category::label).toList());
    }
  }

  /**
   * The statement of coverage, as a field of the answer; it lists at most {@link #MAX_MISSING} of
   * the missing documents, and counts the rest.
   */
  Map<String, @Nullable Object> buildCoverageStatement(AssistantServices services) {
    DocumentCatalog.Snapshot all = services.catalogue().currentSnapshot();
    List<Hit> documents = selectDocuments(all);
    Map<String, @Nullable Object> statement = new LinkedHashMap<>();
    statement.put("documents_here", all.disclosures().count());
    statement.put("documents_here_that_may_answer", documents.size());
    List<String> missing = findMissing(documents);
    statement.put("not_kept", missing.stream().limit(MAX_MISSING).toList());
    if (missing.size() > MAX_MISSING) {
      statement.put("not_kept_more", missing.size() - MAX_MISSING);
    }
    statement.put("still_reading_files", services.indexing().get().isRunning() ? true : null);
    statement.put(
        "means",
        "What is not kept here may well have been published: say \"not in this collection\", never"
            + " \"not disclosed\".");
    return statement;
  }

  private List<String> findMissing(List<Hit> documents) {
    List<String> missing = new ArrayList<>();
    unknownRegions.forEach(
        place -> missing.add("any document of " + PromptTextSanitizer.clean(place, 40)));
    List<String> places = regions.isEmpty() && unknownRegions.isEmpty() ? List.of("") : regions;
    for (String place : places) {
      for (String year : years.isEmpty() ? List.of("") : years) {
        boolean some =
            documents.stream()
                .anyMatch(
                    hit ->
                        (place.isEmpty() || isWithin(hit.region(), place))
                            && (year.isEmpty()
                                || Objects.equals(year, String.valueOf(hit.year()))));
        if (!some) {
          missing.add(describeMissing(place, year));
        }
      }
    }
    return missing;
  }

  private String describeMissing(String place, String year) {
    StringBuilder words = new StringBuilder("any document");
    words.append(
        agency == null ? "" : " of an agency named " + PromptTextSanitizer.clean(agency, 40));
    words.append(place.isEmpty() ? "" : " in " + place);
    words.append(year.isEmpty() ? "" : " for " + year);
    return words
        .append(category == null ? "" : " of the kind " + PromptTextSanitizer.clean(category, 40))
        .toString();
  }
}
