package org.mingzhang.web.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.lookup.Catalogue;

/**
 * What is kept here of what was asked for, so that nothing found is not taken for nothing
 * published.
 *
 * @param regions paths that were meant, joined with a slash; none for everywhere
 * @param unknown regions that were named and have no document here
 * @param years fiscal years, none for all
 * @param agency words of the agency's name, or null
 * @param category label of the category, or null
 */
record KeptCoverage(
    List<String> regions,
    List<String> unknown,
    List<String> years,
    @Nullable String agency,
    @Nullable String category) {
  private static final int TOLD = 6;

  /** What some arguments ask for. */
  static KeptCoverage asked(Arguments arguments, AssistantSources library) {
    List<String> regions = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String typed : arguments.list(ToolSchema.REGION)) {
      List<String> found = library.comparisons().region(typed);
      (found.isEmpty() ? unknown : regions).addAll(found.isEmpty() ? List.of(typed) : found);
    }
    return new KeptCoverage(
        regions.stream().distinct().toList(),
        unknown,
        arguments.years(),
        arguments.text(ToolSchema.AGENCY),
        arguments.text(ToolSchema.CATEGORY));
  }

  /** Whether only places were named of which nothing is kept: there is nothing to look for. */
  boolean nowhere() {
    return regions.isEmpty() && !unknown.isEmpty();
  }

  /** The documents that are kept of what was asked for. */
  List<Hit> documents(Catalogue.Snapshot all) {
    return nowhere()
        ? List.of()
        : all.documents().stream()
            .filter(hit -> regions.isEmpty() || regions.stream().anyMatch(r -> within(hit, r)))
            .filter(hit -> years.isEmpty() || years.contains(String.valueOf(hit.year())))
            .filter(this::fits)
            .toList();
  }

  private boolean fits(Hit hit) {
    return (agency == null || Catalogue.agency(hit).contains(agency))
        && (category == null || category.equals(hit.category()));
  }

  private static boolean within(Hit hit, String region) {
    return (String.join("/", hit.region()) + "/").startsWith(region + "/");
  }

  /** As a field of an answer. */
  Map<String, @Nullable Object> told(AssistantSources library) {
    Catalogue.Snapshot all = library.catalogue().now();
    List<Hit> documents = documents(all);
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("documents_here", all.documents().size());
    told.put("documents_here_that_may_answer", documents.size());
    List<String> missing = missing(documents);
    told.put("not_kept", missing.stream().limit(TOLD).toList());
    if (missing.size() > TOLD) {
      told.put("not_kept_more", missing.size() - TOLD);
    }
    told.put("still_reading_files", library.indexing().get().running() ? true : null);
    told.put(
        "means",
        "What is not kept here may well have been published: say \"not in this collection\", never"
            + " \"not disclosed\".");
    return told;
  }

  private List<String> missing(List<Hit> documents) {
    List<String> missing = new ArrayList<>();
    unknown.forEach(place -> missing.add("any document of " + DocumentText.clean(place, 40)));
    List<String> places = regions.isEmpty() && unknown.isEmpty() ? List.of("") : regions;
    for (String place : places) {
      for (String year : years.isEmpty() ? List.of("") : years) {
        boolean some =
            documents.stream()
                .anyMatch(
                    hit ->
                        (place.isEmpty() || within(hit, place))
                            && (year.isEmpty()
                                || Objects.equals(year, String.valueOf(hit.year()))));
        if (!some) {
          missing.add(words(place, year));
        }
      }
    }
    return missing;
  }

  private String words(String place, String year) {
    StringBuilder words = new StringBuilder("any document");
    words.append(agency == null ? "" : " of an agency named " + DocumentText.clean(agency, 40));
    words.append(place.isEmpty() ? "" : " in " + place);
    words.append(year.isEmpty() ? "" : " for " + year);
    return words
        .append(category == null ? "" : " of the kind " + DocumentText.clean(category, 40))
        .toString();
  }
}
