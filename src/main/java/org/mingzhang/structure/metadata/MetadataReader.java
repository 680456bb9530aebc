package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;
import org.mingzhang.region.Division;
import org.mingzhang.region.Gazetteer;

/**
 * Determines agency, region, fiscal year and category of a document, each with its evidence.
 *
 * <p>Values in the sidecar take precedence. Otherwise each field has ordered rules in the same
 * tiers: printed title and cover, headings, table labels, opening sentences, majorities, and last
 * the file name. Thread-safe.
 */
public final class MetadataReader {
  private final Gazetteer gazetteer = Gazetteer.standard();
  private final TitleParser parser = new TitleParser(gazetteer);
  private final TitleFinder titles = new TitleFinder(parser);
  private final FallbackTitleFinder otherTitles = new FallbackTitleFinder(parser, gazetteer);
  private final AgencyResolver agencies = new AgencyResolver(gazetteer);
  private final RegionResolver regions = new RegionResolver(gazetteer);
  private final FiscalYearResolver years = new FiscalYearResolver();
  private final CategoryResolver categories = new CategoryResolver();

  /** Reads the metadata; a value that no rule determines is null. */
  public DocumentMetadata read(Extraction extraction, List<Section> sections, Sidecar sidecar) {
    DocumentWords words = DocumentWords.read(extraction, sections, sidecar.siteSection());
    ParsedTitle fileName = parser.parseFileName(words.fileName());
    Claim<ParsedTitle> title =
        titles
            .find(words.cover())
            .or(() -> otherTitles.find(words))
            .or(() -> Optional.ofNullable(OtherKindDetector.find(words)).map(this::parseOtherKind))
            .orElse(null);

    Claim<Category> blank =
        sidecar.agency() == null ? BlankTemplateDetector.find(words.lines()) : null;
    Claim<AgencyName> agencyName = blank != null ? null : agencies.decide(words, title, fileName);
    Claim<Division> region =
        firstNonNull(
            readStated(sidecar.region(), gazetteer::parseCodeOrPath),
            blank != null ? null : regions.decide(words, agencyName, title, fileName));
    Claim<Integer> year =
        firstNonNull(
            readStated(sidecar.year(), Optional::of), years.decide(words, title, fileName));
    Claim<String> agency =
        firstNonNull(
            readStated(sidecar.agency(), Optional::of),
            agencyName == null ? null : agencyName.withValue(agencyName.value().name()));
    Claim<AgencyType> type = findType(agency);
    Claim<Category> category =
        firstNonNull(
            readStated(sidecar.category(), Category::ofLabel),
            blank != null ? blank : categories.decide(words, title, fileName, valueOrNull(type)));
    if (category != null && isGovernmentCategory(category.value())) {
      type = category.withValue(AgencyType.GOVERNMENT_AS_WHOLE);
    }
    Claim<String> printed =
        firstNonNull(
            readStated(sidecar.title(), Optional::of),
            DocumentTitleBuilder.printedTitle(title, agencyName));
    Claim<String> shown =
        firstNonNull(
            printed,
            DocumentTitleBuilder.composeTitle(
                valueOrNull(agency),
                valueOrNull(region),
                valueOrNull(year),
                valueOrNull(category)));
    return new Claims(shown, printed == null, agency, region, year, category, type).toMetadata();
  }

  private Claim<ParsedTitle> parseOtherKind(Claim<String> line) {
    return line.withValue(parser.parsePrinted(line.value()));
  }

  /** The values found, each null if no rule determines it. */
  private record Claims(
      @Nullable Claim<String> title,
      boolean composed,
      @Nullable Claim<String> agency,
      @Nullable Claim<Division> region,
      @Nullable Claim<Integer> year,
      @Nullable Claim<Category> category,
      @Nullable Claim<AgencyType> type) {
    DocumentMetadata toMetadata() {
      List<Evidence> evidence = new ArrayList<>();
      add(evidence, "title", title);
      add(evidence, "agency", agency);
      add(evidence, "region", region);
      add(evidence, "year", year);
      add(evidence, "category", category);
      add(evidence, "agencyType", type);
      return new DocumentMetadata(
          valueOrNull(title),
          composed,
          valueOrNull(agency),
          region == null ? null : region.value().toRegion(),
          valueOrNull(year),
          valueOrNull(category),
          valueOrNull(type),
          evidence);
    }
  }

  private static @Nullable Claim<AgencyType> findType(@Nullable Claim<String> agency) {
    return agency == null
        ? null
        : AgencyTypes.find(agency.value())
            .map(t -> new Claim<>(t, "agency-name", agency.value(), agency.page()))
            .orElse(null);
  }

  private static boolean isGovernmentCategory(Category category) {
    return category == Category.GOVERNMENT_BUDGET || category == Category.GOVERNMENT_FINAL_ACCOUNTS;
  }

  private static <S, T> @Nullable Claim<T> readStated(
      @Nullable S value, java.util.function.Function<S, Optional<T>> read) {
    return value == null
        ? null
        : read.apply(value).map(v -> new Claim<>(v, "sidecar", value.toString(), 0)).orElse(null);
  }

  private static <T> @Nullable Claim<T> firstNonNull(
      @Nullable Claim<T> one, @Nullable Claim<T> other) {
    return one != null ? one : other;
  }

  private static <T> @Nullable T valueOrNull(@Nullable Claim<T> claim) {
    return claim == null ? null : claim.value();
  }

  private static void add(List<Evidence> evidence, String field, @Nullable Claim<?> claim) {
    if (claim != null) {
      evidence.add(claim.toEvidence(field));
    }
  }
}
